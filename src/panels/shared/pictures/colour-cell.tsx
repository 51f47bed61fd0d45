import type { ChangedPixel } from '../../../core/pixel-change.ts';
import classes from './colour-cell.module.css';
import { rgbStyle, rgbText } from './colour-text.ts';

/** A colour and its bytes, as a cell of a table. */
export function ColourCell({ colour }: { readonly colour: ChangedPixel['before'] }) {
  return (
    <td>
      <span className={classes.swatch} style={{ background: rgbStyle(colour) }} />
      {rgbText(colour)}
    </td>
  );
}

import { useStore } from 'zustand';
import { colourText } from '../../../state/inspect/hex-colour.ts';
import type { Colour } from '../../../state/inspect/edits.ts';
import { toolStore } from '../../../state/inspect/tool-store.ts';
import { rgbStyle, rgbText } from '../../shared/pictures/colour-text.ts';
import classes from './tool-bar.module.css';

const swatches: readonly { name: string; colour: Colour }[] = [
  { name: 'Black', colour: [0, 0, 0] },
  { name: 'White', colour: [255, 255, 255] },
  { name: 'Red', colour: [255, 0, 0] },
  { name: 'Magenta', colour: [255, 0, 255] },
];

/** The colour to paint with. */
export function ColourField() {
  const colour = useStore(toolStore, (state) => state.colour);
  const choose = (next: Colour) => toolStore.setState({ colour: next });
  return (
    <div className={classes.colours}>
      <input
        type="color"
        className={classes.colour}
        aria-label="Colour to paint with"
        value={`#${colourText.write(colour)}`}
        onChange={({ currentTarget }) => choose(colourText.read(currentTarget.value.slice(1)))}
      />
      <span className={classes.swatches}>
        {swatches.map(({ name, colour: each }) => (
          <button
            key={name}
            type="button"
            className={classes.swatch}
            style={{ background: rgbStyle(each) }}
            aria-label={name}
            aria-pressed={rgbText(each) === rgbText(colour)}
            title={name}
            onClick={() => choose(each)}
          />
        ))}
      </span>
    </div>
  );
}

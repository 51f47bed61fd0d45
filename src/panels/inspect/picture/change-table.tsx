import { memo } from 'react';
import type { ChangedPixel } from '../../../core/pixel-change.ts';
import type { PixelPlace } from '../../../state/inspect/edits.ts';
import { ColourCell } from '../../shared/pictures/colour-cell.tsx';
import classes from './changes-part.module.css';

interface ChangeTableProps {
  readonly changes: readonly ChangedPixel[];
  readonly onShow: (place: PixelPlace) => void;
}

/** Every changed pixel with its colours; a row's number puts the cursor there. */
export const ChangeTable = memo(function ChangeTable({ changes, onShow }: ChangeTableProps) {
  return (
    // The rows' buttons bring the keyboard into the box, and scroll it.
    <section className={classes.scroll} aria-label="List of changed pixels">
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Change</th>
            <th scope="col">Row</th>
            <th scope="col">Column</th>
            <th scope="col">RGB before</th>
            <th scope="col">RGB after</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ row, column, before, after }, index) => (
            <tr key={`${row} ${column}`}>
              <th scope="row">
                <button
                  type="button"
                  aria-label={`Magnify change ${index + 1}`}
                  onClick={() => onShow({ row, column })}
                >
                  {index + 1}
                </button>
              </th>
              <td>{row}</td>
              <td>{column}</td>
              <ColourCell colour={before} />
              <ColourCell colour={after} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
});

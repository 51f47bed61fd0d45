import type { ChangedPixel } from '../../../core/pixel-change.ts';
import classes from './changes-table.module.css';
import { ColourCell } from './colour-cell.tsx';

interface ChangesTableProps {
  readonly changes: readonly ChangedPixel[];
  /** Which of them is magnified, where one stays so. */
  readonly chosen?: number | null;
  readonly onChoose: (change: ChangedPixel, index: number) => void;
}

/** Every changed pixel with its colours; a row's number magnifies it. */
export function ChangesTable({ changes, chosen, onChoose }: ChangesTableProps) {
  return (
    // The rows' buttons bring the keyboard into the box, and scroll it.
    <div className={classes.box}>
      <table className={classes.table} aria-label="Changed pixels">
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
          {changes.map((change, index) => (
            <tr key={`${change.row} ${change.column}`} data-chosen={index === chosen}>
              <th scope="row">
                <button
                  type="button"
                  aria-pressed={chosen === undefined ? undefined : index === chosen}
                  aria-label={`Magnify change ${index + 1}`}
                  onClick={() => onChoose(change, index)}
                >
                  {index + 1}
                </button>
              </th>
              <td>{change.row}</td>
              <td>{change.column}</td>
              <ColourCell colour={change.before} />
              <ColourCell colour={change.after} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

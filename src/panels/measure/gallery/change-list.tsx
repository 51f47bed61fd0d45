import type { ChangedPixel } from '../../../core/pixel-change.ts';
import classes from './dialog.module.css';
import { ColourCell } from '../../shared/pictures/colour-cell.tsx';

interface ChangeListProps {
  readonly pixels: readonly ChangedPixel[];
  /** Which of them is magnified. */
  readonly chosen: number | null;
  readonly onChoose: (index: number) => void;
}

/** Every changed pixel with its colours. */
export function ChangeList({ pixels, chosen, onChoose }: ChangeListProps) {
  return (
    <div className={classes.changes}>
      <table aria-label="Changed pixels">
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
          {pixels.map(({ row, column, before, after }, index) => (
            <tr key={`${row} ${column}`} data-chosen={index === chosen}>
              <th scope="row">
                <button
                  type="button"
                  aria-pressed={index === chosen}
                  aria-label={`Magnify change ${index + 1}`}
                  onClick={() => onChoose(index)}
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
    </div>
  );
}

import { useState, type KeyboardEvent } from 'react';
import { integer } from '../../run/number-text.ts';
import classes from './confusion-table.module.css';
import { strongestTint } from './tint.ts';

interface ConfusionTableProps {
  /** For who hears the page. */
  readonly label: string;
  /** Names of the classes, of rows (true) and columns (said) alike. */
  readonly names: readonly string[];
  /** By row and column. */
  readonly counts: readonly (readonly number[])[];
  /** Shows what lies behind a cell that is not empty. */
  readonly onOpen: (row: number, column: number) => void;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

const steps: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

function tint(count: number, ofRow: number, isRight: boolean): string {
  if (count === 0) return 'var(--sunken)';
  const color = isRight ? 'var(--gain)' : 'var(--loss)';
  // A single mistake among many pictures is still to be seen.
  const share = isRight ? count / ofRow : Math.max(0.3, Math.sqrt(count / ofRow));
  return `color-mix(in srgb, ${color} ${(share * strongestTint * 100).toFixed(1)}%, var(--surface))`;
}

/** How often each class is taken for each; a cell opens the pictures behind it. */
export function ConfusionTable({ label, names, counts, onOpen }: ConfusionTableProps) {
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const most = names.length - 1;
  const totals = counts.map((row) => row.reduce((sum, count) => sum + count, 0));

  const move = (event: KeyboardEvent<HTMLButtonElement>) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = {
      row: Math.min(most, Math.max(0, place.row + step.row)),
      column: Math.min(most, Math.max(0, place.column + step.column)),
    };
    setPlace(next);
    event.currentTarget
      .closest('table')
      ?.querySelector<HTMLElement>(`[data-place="${next.row} ${next.column}"]`)
      ?.focus();
  };
  const said = (row: number, column: number): string => {
    const count = counts[row]?.[column] ?? 0;
    const times = `${integer(count)} of ${integer(totals[row] ?? 0)} pictures of ${names[row] ?? ''}`;
    return row === column ? `${times}: right` : `${times}: taken for ${names[column] ?? ''}`;
  };

  return (
    <div>
      <div className={classes.scroll}>
        <table className={classes.table} aria-label={label}>
          <thead>
            <tr>
              <th className={classes.axis} scope="col">
                True class, by what the model says
              </th>
              {names.map((name) => (
                <th key={name} scope="col" className={classes.column}>
                  <span title={name}>{name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map((name, row) => (
              <tr key={name}>
                <th scope="row" title={name}>
                  {name}
                </th>
                {names.map((other, column) => {
                  const count = counts[row]?.[column] ?? 0;
                  const isShown = place.row === row && place.column === column;
                  return (
                    <td key={other}>
                      <button
                        type="button"
                        className={classes.cell}
                        style={{ background: tint(count, totals[row] ?? 1, row === column) }}
                        data-place={`${row} ${column}`}
                        data-empty={count === 0}
                        data-right={row === column}
                        // One cell is on the way of the tab key; arrow keys move between them.
                        tabIndex={isShown ? 0 : -1}
                        aria-label={said(row, column)}
                        aria-disabled={count === 0}
                        onKeyDown={move}
                        onFocus={() => setPlace({ row, column })}
                        onPointerEnter={() => setPlace({ row, column })}
                        onClick={() => count > 0 && onOpen(row, column)}
                      >
                        {count === 0 ? '·' : integer(count)}
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.readout}>{said(place.row, place.column)}.</p>
    </div>
  );
}

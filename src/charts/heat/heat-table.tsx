import { VisuallyHidden } from '@mantine/core';
import { useId, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { SeriesKey } from '../series-key.tsx';
import { changeSigns, changeWords } from '../tracks/change-mark.ts';
import classes from './heat-table.module.css';
import type { Heat, HeatCell } from './heat-types.ts';
import { tintOf } from './tint.ts';

interface HeatTableProps {
  readonly label: string;
  readonly heat: Heat;
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

function style(cell: HeatCell): CSSProperties {
  const { color, opacity } = tintOf(cell);
  return { background: `color-mix(in srgb, ${color} ${opacity * 100}%, var(--surface))` };
}

/** Numbers tinted by their difference; what a cell rests on is said below on hover and focus. */
export function HeatTable({ label, heat }: HeatTableProps) {
  const { rowHead, columnTitle, columns, rows } = heat;
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const readout = useId();
  const row = Math.min(place.row, rows.length - 1);
  const column = Math.min(place.column, columns.length - 1);
  const shown = rows[row]?.cells[column] ?? null;

  const move = (event: KeyboardEvent<HTMLButtonElement>) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = {
      row: Math.min(rows.length - 1, Math.max(0, row + step.row)),
      column: Math.min(columns.length - 1, Math.max(0, column + step.column)),
    };
    setPlace(next);
    event.currentTarget
      .closest('table')
      ?.querySelector<HTMLElement>(`[data-place="${next.row} ${next.column}"]`)
      ?.focus();
  };

  return (
    <div>
      <div className={classes.scroll}>
        <table className={classes.table} aria-label={label}>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {rowHead}
              </th>
              <th scope="colgroup" colSpan={columns.length} className={classes.columnTitle}>
                {columnTitle}
              </th>
            </tr>
            <tr>
              {columns.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, style: key, cells }, atRow) => (
              <tr key={id}>
                <th scope="row">
                  <span className={classes.model}>
                    <SeriesKey style={key} />
                    {name}
                  </span>
                </th>
                {columns.map((each, atColumn) => {
                  const cell = cells[atColumn] ?? null;
                  const isShown = atRow === row && atColumn === column;
                  return (
                    <td key={each.id} style={cell === null ? undefined : style(cell)}>
                      <button
                        type="button"
                        className={classes.cell}
                        data-place={`${atRow} ${atColumn}`}
                        // One cell is on the way of the tab key; arrow keys move between them.
                        tabIndex={isShown ? 0 : -1}
                        aria-describedby={isShown ? readout : undefined}
                        onKeyDown={move}
                        onFocus={() => setPlace({ row: atRow, column: atColumn })}
                        onPointerEnter={() => setPlace({ row: atRow, column: atColumn })}
                      >
                        {cell === null ? '–' : <Figure cell={cell} />}
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p id={readout} className={classes.readout}>
        {shown === null ? 'Nothing is known of this cell.' : shown.note}
      </p>
    </div>
  );
}

function Figure({ cell: { text, detail, mark } }: { readonly cell: HeatCell }) {
  return (
    <>
      <span className={classes.figure}>
        {text}
        {mark !== null && (
          <>
            {' '}
            <span aria-hidden="true">{changeSigns[mark]}</span>
            <VisuallyHidden>{changeWords[mark]}</VisuallyHidden>
          </>
        )}
      </span>
      {detail !== '' && <span className={classes.detail}>{detail}</span>}
    </>
  );
}

import { memo, type ReactNode } from 'react';
import { SeriesKey } from '../series-key.tsx';
import classes from './figure-table.module.css';
import type { TableColumn, TableGroup, TablePlace, TableRow } from './table-types.ts';

interface FigureTableProps {
  readonly label: string;
  /** Head of the first column. */
  readonly rowHead: string;
  readonly columns: readonly TableColumn[];
  readonly groups: readonly TableGroup[];
  readonly active: number;
  readonly pinned: TablePlace | null;
  readonly onActive: (x: number) => void;
  readonly onPin: (place: TablePlace) => void;
  /** What a row's button does, for who hears the page: "Show 8 pixels in the chart". */
  readonly rowLabel: (x: number) => string;
}

/** Every figure, one row a position, grouped by setting; each entry can be pinned. */
export const FigureTable = memo(function FigureTable(props: FigureTableProps) {
  const { label, rowHead, columns, groups } = props;
  return (
    // Many columns do not fit a narrow screen: the table scrolls inside its own box.
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{rowHead}</th>
            {columns.map(({ id, name, style }) => (
              <th key={id} scope="col">
                <span className={classes.model}>
                  <SeriesKey style={style} />
                  {name}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.id}>
            {group.heading !== null && (
              <tr>
                <th scope="rowgroup" colSpan={columns.length + 1} className={classes.group}>
                  <span>{group.heading}</span>
                </th>
              </tr>
            )}
            {group.rows.map((row) => (
              <Row key={row.x} {...props} group={group.id} row={row} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
});

interface RowProps extends Omit<FigureTableProps, 'groups'> {
  readonly group: string;
  readonly row: TableRow;
}

function Row(props: RowProps): ReactNode {
  const { columns, group, row, active, pinned, onActive, onPin, rowLabel } = props;
  const { x, entries } = row;
  const isActive = x === active;
  return (
    <tr data-active={isActive}>
      <th scope="row">
        <button
          type="button"
          className={classes.count}
          aria-pressed={isActive}
          aria-label={rowLabel(x)}
          onClick={() => onActive(x)}
        >
          {x}
        </button>
      </th>
      {columns.map(({ id, name }, at) => {
        const entry = entries[at];
        const isPinned = pinned?.group === group && pinned.column === id && pinned.x === x;
        return (
          <td key={id}>
            {entry === null || entry === undefined ? (
              <span className={classes.detail}>–</span>
            ) : (
              // One row at a time is on the way of the tab key: its count chooses which.
              <button
                type="button"
                className={classes.entry}
                tabIndex={isActive ? 0 : -1}
                aria-pressed={isPinned}
                aria-label={`${name}: ${entry.text} ${entry.detail}, ${entry.note}`}
                data-note={entry.note}
                onClick={() => onPin({ group, column: id, x })}
              >
                {entry.text} <span className={classes.detail}>{entry.detail}</span>
              </button>
            )}
          </td>
        );
      })}
    </tr>
  );
}

import { VisuallyHidden } from '@mantine/core';
import { SeriesKey } from '../series-key.tsx';
import { ScrollBox } from './scroll-box.tsx';
import { changeSigns, changeWords } from './change-mark.ts';
import { TrackMarks } from './track-marks.tsx';
import classes from './track-table.module.css';
import type { TrackColumn, TrackEntry, TrackRow, Tracks } from './track-types.ts';

interface TrackTableProps {
  readonly label: string;
  readonly tracks: Tracks;
}

const trackWidth = 120;
const trackHeight = 16;

/** Estimates as figures, each with a dot and its interval below: chart and table in one. */
export function TrackTable({ label, tracks: { rowHead, columns, groups } }: TrackTableProps) {
  return (
    <ScrollBox label={label}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{rowHead}</th>
            {columns.map(({ id, head }) => (
              <th key={id} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ id, heading, rows }) => (
          <tbody key={id}>
            {heading !== null && (
              <tr>
                <th scope="rowgroup" colSpan={columns.length + 1} className={classes.group}>
                  <span>{heading}</span>
                </th>
              </tr>
            )}
            {rows.map((row) => (
              <Row key={row.id} row={row} columns={columns} />
            ))}
          </tbody>
        ))}
      </table>
    </ScrollBox>
  );
}

interface RowProps {
  readonly row: TrackRow;
  readonly columns: readonly TrackColumn[];
}

function Row({ row: { name, style, entries }, columns }: RowProps) {
  return (
    <tr>
      <th scope="row">
        <span className={classes.model}>
          <SeriesKey style={style} />
          {name}
        </span>
      </th>
      {columns.map((column, at) => {
        const entry = entries[at] ?? null;
        return (
          <td key={column.id}>
            {entry === null ? (
              <span className={classes.detail}>–</span>
            ) : (
              <>
                <Figure entry={entry} />
                <span className={classes.under}>
                  {column.domain !== null && entry.value !== null && (
                    <svg width={trackWidth} height={trackHeight} aria-hidden="true">
                      <TrackMarks
                        entry={entry}
                        column={column}
                        style={style}
                        width={trackWidth}
                        height={trackHeight}
                      />
                    </svg>
                  )}
                  {entry.below !== '' && <span className={classes.below}>{entry.below}</span>}
                </span>
              </>
            )}
          </td>
        );
      })}
    </tr>
  );
}

function Figure({ entry: { text, detail, mark } }: { readonly entry: TrackEntry }) {
  return (
    <>
      {text} {detail !== '' && <span className={classes.detail}>{detail}</span>}
      {mark !== null && (
        <>
          {' '}
          <span className={classes.mark} data-mark={mark} aria-hidden="true">
            {changeSigns[mark]}
          </span>
          <VisuallyHidden>{changeWords[mark]}</VisuallyHidden>
        </>
      )}
    </>
  );
}

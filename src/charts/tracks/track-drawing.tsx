import { drawingWidth } from '../export/saved-drawing.ts';
import { wrapped } from '../export/sheet-layout.ts';
import { Marker } from '../marker.tsx';
import { changeSigns } from './change-mark.ts';
import { TrackMarks } from './track-marks.tsx';
import type { TrackColumn, TrackEntry, TrackGroup, TrackRow, Tracks } from './track-types.ts';

const nameWidth = 170;
const headLine = 17;
const rowHeight = 50;
const groupHeight = 36;
const trackWidth = 110;
const trackHeight = 16;
const letterWidth = 7.6;

function columnWidth({ columns }: Tracks): number {
  return (drawingWidth - nameWidth) / Math.max(1, columns.length);
}

function headLines(tracks: Tracks): string[][] {
  const letters = Math.floor(columnWidth(tracks) / letterWidth) - 2;
  return tracks.columns.map(({ head }) => wrapped(head, letters));
}

function headHeight(tracks: Tracks): number {
  return headLine * Math.max(1, ...headLines(tracks).map((lines) => lines.length)) + 12;
}

function heightOf({ heading, rows }: TrackGroup): number {
  return (heading === null ? 0 : groupHeight) + rows.length * rowHeight;
}

/** Where the groups begin, and last where they end. */
function tops(tracks: Tracks): number[] {
  const places = [headHeight(tracks)];
  for (const group of tracks.groups) places.push((places.at(-1) ?? 0) + heightOf(group));
  return places;
}

/** Height of a drawing of rows of estimates, in pixels. */
export function trackDrawingHeight(tracks: Tracks): number {
  return tops(tracks).at(-1) ?? 0;
}

/** Rows of estimates for a file: what the table on the page shows. */
export function TrackDrawing({ tracks }: { readonly tracks: Tracks }) {
  const width = columnWidth(tracks);
  const head = headHeight(tracks);
  const starts = tops(tracks);
  return (
    <>
      {headLines(tracks).map((lines, column) =>
        lines.map((line, at) => (
          <text
            key={`${tracks.columns[column]?.id} ${line}`}
            x={nameWidth + column * width}
            y={head - 12 - headLine * (lines.length - 1 - at)}
            fontSize={13}
            fontWeight={600}
          >
            {line}
          </text>
        )),
      )}
      <line x1={0} x2={drawingWidth} y1={head} y2={head} stroke="var(--line-strong)" />
      {tracks.groups.map(({ id, heading, rows }, group) => {
        const top = starts[group] ?? 0;
        const first = top + (heading === null ? 0 : groupHeight);
        return (
          <g key={id} data-part="panel">
            {heading !== null && (
              <text y={top + 24} fontSize={13} fontWeight={600} fill="var(--ink-2)">
                {heading}
              </text>
            )}
            {rows.map((row, at) => (
              <g key={row.id} transform={`translate(0 ${first + at * rowHeight})`}>
                <Marker shape={row.style.marker} color={row.style.color} x={8} y={16} />
                <text x={22} y={21} fontWeight={600}>
                  {row.name}
                </text>
                {tracks.columns.map((column, place) => {
                  const entry = row.entries[place] ?? null;
                  return (
                    <g key={column.id} transform={`translate(${nameWidth + place * width} 0)`}>
                      {entry !== null && <Entry entry={entry} column={column} style={row.style} />}
                    </g>
                  );
                })}
                <line x1={0} x2={drawingWidth} y1={rowHeight} y2={rowHeight} stroke="var(--line)" />
              </g>
            ))}
          </g>
        );
      })}
    </>
  );
}

interface EntryProps {
  readonly entry: TrackEntry;
  readonly column: TrackColumn;
  readonly style: TrackRow['style'];
}

function Entry({ entry, column, style }: EntryProps) {
  const { text, detail, below, mark, value } = entry;
  const hasTrack = column.domain !== null && value !== null;
  return (
    <>
      <text y={19}>
        {text}{' '}
        <tspan fontSize={13} fill="var(--ink-2)">
          {detail}
        </tspan>
        {mark !== null && <tspan fill={`var(--${mark})`}> {changeSigns[mark]}</tspan>}
      </text>
      {hasTrack && (
        <g transform="translate(0 23)">
          <TrackMarks
            entry={entry}
            column={column}
            style={style}
            width={trackWidth}
            height={trackHeight}
          />
        </g>
      )}
      <text
        x={hasTrack ? trackWidth + 6 : 0}
        y={hasTrack ? 36 : 37}
        fontSize={12}
        fill="var(--ink-2)"
      >
        {below}
      </text>
    </>
  );
}

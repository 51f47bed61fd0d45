import { Marker } from '../../../charts/marker.tsx';
import type { SeriesStyle } from '../../../run/figure/series-style.ts';
import type { CriticalCountResult } from '../../../protocol/result.ts';
import { alongCounts, px5Span } from '../../../state/ranking/px5-span.ts';
import classes from './ranking.module.css';

const WIDTH = 160;
/** Room for half a marker at either end. */
const EDGE = 8;
const HEIGHT = 14;

const across = (share: number): number => EDGE + share * (WIDTH - 2 * EDGE);

function ticksOf(counts: readonly number[]): number[] {
  const sorted = [...counts].sort((a, b) => a - b);
  const first = sorted[0] ?? 1;
  const last = sorted.at(-1) ?? first;
  const middle = sorted.find((count) => count * count >= first * last) ?? first;
  return [...new Set([first, middle, last])];
}

interface Px5TrackProps {
  /** Null while nothing is measured. */
  readonly px5: CriticalCountResult | null;
  readonly counts: readonly number[];
  readonly style: SeriesStyle;
}

/** A PX5 with its interval; arrows where they leave the counts. The figures stand beside it. */
export function Px5Track({ px5, counts, style }: Px5TrackProps) {
  const span = px5 === null ? null : px5Span(px5, counts);
  const middle = HEIGHT / 2;
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {ticksOf(counts).map((count) => (
        <line
          key={count}
          className={classes.grid}
          x1={across(alongCounts(counts, count))}
          x2={across(alongCounts(counts, count))}
          y1="0"
          y2={HEIGHT}
        />
      ))}
      {span !== null && (
        <>
          <line
            x1={across(span.low)}
            x2={across(span.high)}
            y1={middle}
            y2={middle}
            stroke={style.color}
            strokeWidth="2"
          />
          {span.openLow && <path d={`M8 ${middle - 4}l-6 4l6 4z`} fill={style.color} />}
          {span.openHigh && <path d={`M${WIDTH - 8} ${middle - 4}l6 4l-6 4z`} fill={style.color} />}
          {span.dot !== null && (
            <Marker shape={style.marker} color={style.color} x={across(span.dot)} y={middle} />
          )}
        </>
      )}
    </svg>
  );
}

/** The counts that the tracks below are drawn along, on a logarithmic scale. */
export function Px5Axis({ counts }: { readonly counts: readonly number[] }) {
  return (
    <svg width={WIDTH} height="16" viewBox={`0 0 ${WIDTH} 16`} aria-hidden="true">
      {ticksOf(counts).map((count) => (
        <text
          key={count}
          className={classes.tick}
          x={across(alongCounts(counts, count))}
          y="12"
          textAnchor="middle"
        >
          {count}
        </text>
      ))}
    </svg>
  );
}

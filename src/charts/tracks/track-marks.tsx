import { Marker } from '../marker.tsx';
import type { SeriesStyle } from '../../run/figure/series-style.ts';
import type { TrackColumn, TrackEntry } from './track-types.ts';

interface TrackMarksProps {
  readonly entry: TrackEntry;
  readonly column: TrackColumn;
  readonly style: SeriesStyle;
  readonly width: number;
  readonly height: number;
}

/** Room for a marker at the ends. */
const edge = 7;

/** A dot with its interval along the column's axis; what lies beyond is drawn at its end. */
export function TrackMarks({ entry, column, style, width, height }: TrackMarksProps) {
  const { domain, reference } = column;
  const { value, interval } = entry;
  if (domain === null || value === null) return null;
  const [from, to] = domain;
  const across = (at: number) => {
    const share = Math.min(1, Math.max(0, (at - from) / (to - from)));
    return edge + share * (width - 2 * edge);
  };
  const y = height / 2;
  return (
    <>
      <line x1={edge} x2={width - edge} y1={y} y2={y} stroke="var(--line)" />
      {reference !== null && (
        <line
          x1={across(reference)}
          x2={across(reference)}
          y1={0}
          y2={height}
          stroke="var(--ink-2)"
          strokeDasharray="2 2"
        />
      )}
      {interval !== null && (
        <path
          data-mark="bars"
          d={`M${across(interval[0])} ${y - 4}v8m0 -4H${across(interval[1])}m0 -4v8`}
          fill="none"
          stroke={style.color}
          strokeWidth={2}
        />
      )}
      <Marker shape={style.marker} color={style.color} x={across(value)} y={y} />
    </>
  );
}

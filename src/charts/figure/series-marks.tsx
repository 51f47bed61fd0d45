import { memo } from 'react';
import { Marker } from '../marker.tsx';
import { bandPath, barsPath, linePath, type PlacedSeries } from '../../run/figure/place-series.ts';

interface SeriesMarksProps {
  readonly placed: PlacedSeries;
  /** How intervals are drawn: bars beside each other, or bands where there is no room for these. */
  readonly intervals: 'bars' | 'bands';
  readonly isEmphasised: boolean;
  /** Stands back for an emphasised line. */
  readonly isFaint: boolean;
  readonly radius: number;
  readonly pinnedAt: number | null;
}

/** One line with its intervals and markers. */
export const SeriesMarks = memo(function SeriesMarks(props: SeriesMarksProps) {
  const { placed, intervals, isEmphasised, isFaint, radius, pinnedAt } = props;
  const { color, dash, marker, width } = placed.series.style;
  const line = linePath(placed);
  const hasBand = isEmphasised || intervals === 'bands';
  const band = hasBand ? bandPath(placed) : '';
  const pinned = placed.points.find(({ point }) => point.x === pinnedAt);

  return (
    <g data-series={placed.series.id} opacity={isFaint ? 0.32 : 1}>
      {band !== '' && (
        <path
          data-mark="band"
          d={band}
          fill={color}
          fillOpacity={isEmphasised ? 0.16 : 0.07}
          stroke={color}
          strokeOpacity={isEmphasised ? 0.55 : 0.3}
          strokeWidth={0.75}
        />
      )}
      {intervals === 'bars' && (
        <path
          data-mark="bars"
          d={barsPath(placed)}
          fill="none"
          stroke={color}
          strokeWidth={isEmphasised ? 1.5 : 1}
          strokeOpacity={isEmphasised ? 1 : 0.7}
        />
      )}
      <path
        data-mark="line"
        d={line}
        fill="none"
        stroke={color}
        strokeWidth={isEmphasised ? width + 0.75 : width}
        strokeDasharray={dash}
        strokeLinejoin="round"
      />
      {radius > 0 &&
        placed.points.map(({ point, x, y }) => (
          <Marker key={point.x} shape={marker} color={color} x={x} y={y} radius={radius} />
        ))}
      {pinned !== undefined && (
        <circle
          data-mark="pinned"
          cx={pinned.x}
          cy={pinned.y}
          r={radius + 6}
          fill="none"
          stroke="var(--accent)"
          strokeWidth={2.5}
        />
      )}
    </g>
  );
});

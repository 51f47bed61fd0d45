import { useCallback, useMemo } from 'react';
import {
  Area,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  type MouseHandlerDataParam,
} from 'recharts';
import { AccuracyAxes } from './accuracy-axes.tsx';
import type { AccuracySeries } from './accuracy-series.ts';
import { Marker } from '../marker.tsx';
import { seriesStyle, type MarkerShape } from '../series-style.ts';

interface AccuracyCurveProps {
  readonly series: readonly AccuracySeries[];
  /** The grid's counts, increasing; they fix the axis before anything is measured. */
  readonly counts: readonly number[];
  /** The marked count; null marks none. */
  readonly active: number | null;
  readonly onActive: (count: number) => void;
  /** Lower end of the axis in per cent; what lies below is cut off. */
  readonly from: number;
}

type Row = Record<string, number | [number, number]>;

interface SeriesDotProps {
  readonly shape: MarkerShape;
  readonly color: string;
  /** Position in pixels, put in by the chart; null where there is no value. */
  readonly cx?: number | null;
  readonly cy?: number | null;
}

const margin = { top: 8, right: 14, bottom: 0, left: 0 };
const startSize = { width: 600, height: 380 };

function toRows(series: readonly AccuracySeries[], counts: readonly number[]): Row[] {
  return counts.map((count) => {
    const row: Row = { count, frame: 100 };
    for (const { id, points } of series) {
      const point = points.get(count);
      if (point === undefined) continue;
      row[`accuracy ${id}`] = point.accuracy * 100;
      row[`band ${id}`] = [point.interval[0] * 100, point.interval[1] * 100];
    }
    return row;
  });
}

/** Accuracy in per cent against the number of changed pixels, on a logarithmic axis. */
export default function AccuracyCurve({
  series,
  counts,
  active,
  onActive,
  from,
}: AccuracyCurveProps) {
  const rows = useMemo(() => toRows(series, counts), [series, counts]);

  const follow = useCallback(
    ({ activeLabel }: MouseHandlerDataParam) => {
      const count = Number(activeLabel);
      if (counts.includes(count)) onActive(count);
    },
    [counts, onActive],
  );

  return (
    <ResponsiveContainer width="100%" height="100%" initialDimension={startSize}>
      <ComposedChart
        data={rows}
        margin={margin}
        accessibilityLayer={false}
        onMouseMove={follow}
        onClick={follow}
        onTouchMove={follow}
      >
        <AccuracyAxes counts={counts} from={from} />
        {active !== null && (
          <ReferenceLine x={active} stroke="var(--line-strong)" strokeDasharray="1 3" />
        )}
        {/* Without any value an axis draws no ticks: this keeps it in place before the first result. */}
        <Line
          dataKey="frame"
          stroke="none"
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
        {series.map(({ id, position }) => (
          <Area
            key={`band ${id}`}
            dataKey={`band ${id}`}
            stroke="none"
            fill={seriesStyle(position).color}
            fillOpacity={0.09}
            isAnimationActive={false}
            activeDot={false}
            tooltipType="none"
          />
        ))}
        {series.map(({ id, position }) => {
          const { color, dash, marker } = seriesStyle(position);
          return (
            <Line
              key={id}
              dataKey={`accuracy ${id}`}
              stroke={color}
              strokeWidth={2}
              {...(dash === undefined ? {} : { strokeDasharray: dash })}
              isAnimationActive={false}
              activeDot={false}
              dot={<SeriesDot shape={marker} color={color} />}
            />
          );
        })}
      </ComposedChart>
    </ResponsiveContainer>
  );
}

function SeriesDot({ shape, color, cx, cy }: SeriesDotProps) {
  if (typeof cx !== 'number' || typeof cy !== 'number') return null;
  return <Marker shape={shape} color={color} x={cx} y={cy} />;
}

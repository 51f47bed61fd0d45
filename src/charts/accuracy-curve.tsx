import { useCallback, useMemo } from 'react';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
  type MouseHandlerDataParam,
} from 'recharts';
import type { AccuracySeries } from './accuracy-series.ts';
import { Marker } from './marker.tsx';
import { seriesStyle, type MarkerShape } from './series-style.ts';

interface AccuracyCurveProps {
  readonly series: readonly AccuracySeries[];
  /** The grid's counts, increasing; they fix the axis before anything is measured. */
  readonly counts: readonly number[];
  /** The marked count; null marks none. */
  readonly active: number | null;
  readonly onActive: (count: number) => void;
}

type Row = Record<string, number | [number, number]>;

interface SeriesDotProps {
  readonly shape: MarkerShape;
  readonly color: string;
  /** Position in pixels, put in by the chart; null where there is no value. */
  readonly cx?: number | null;
  readonly cy?: number | null;
}

const percentTicks = [0, 20, 40, 60, 80, 100];
const margin = { top: 8, right: 14, bottom: 0, left: 0 };
const startSize = { width: 600, height: 380 };

function toRows(series: readonly AccuracySeries[], counts: readonly number[]): Row[] {
  return counts.map((count) => {
    const row: Row = { count, frame: 0 };
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
export default function AccuracyCurve({ series, counts, active, onActive }: AccuracyCurveProps) {
  const rows = useMemo(() => toRows(series, counts), [series, counts]);
  const first = counts[0] ?? 1;
  const last = counts.at(-1) ?? 64;

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
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="count"
          type="number"
          scale="log"
          domain={[first * 0.88, last * 1.14]}
          ticks={[...counts]}
          interval={0}
          tickLine={false}
          axisLine={{ stroke: 'var(--line-strong)' }}
          tick={{ fill: 'var(--ink-2)', fontSize: 13 }}
          tickMargin={8}
          height={30}
        />
        <YAxis
          domain={[0, 100]}
          ticks={percentTicks}
          width={36}
          tickLine={false}
          axisLine={false}
          tick={{ fill: 'var(--ink-2)', fontSize: 13 }}
          tickMargin={6}
        />
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
            fillOpacity={0.13}
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

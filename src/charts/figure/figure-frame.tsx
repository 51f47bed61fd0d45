import { memo, useMemo, type ReactNode } from 'react';
import { CartesianGrid, ComposedChart, Label, Line, ReferenceLine, XAxis, YAxis } from 'recharts';
import type { FigureAxes } from './figure-types.ts';
import { thinTicks } from './scale.ts';

export interface FigureFrameProps {
  readonly axes: FigureAxes;
  /** In pixels, axes included. */
  readonly width: number;
  readonly height: number;
  /** Room for the labels of the vertical axis, in pixels. */
  readonly labelWidth: number;
  readonly grid: 'horizontal' | 'vertical';
  /** The marks; they read the scales from the chart. Keep its identity, and nothing here is drawn again. */
  readonly children: ReactNode;
}

// Recharts compares these by identity and computes its scales anew for a new object.
const tick = { fill: 'var(--ink-2)', fontSize: 13 };
const axisLine = { stroke: 'var(--line-strong)' };
const margin = { top: 8, right: 14, bottom: 0, left: 0 };

/** A narrower panel draws its reference line without words, which its marks would strike out. */
const shortestLabelled = 340;

/** Height of the horizontal axis and its labels, in pixels. */
const axisHeight = 30;

function labelOf(ticks: FigureAxes['x']['ticks']): (at: number) => string {
  const labels = new Map(ticks.map(({ at, label }) => [at, label]));
  return (at) => labels.get(at) ?? '';
}

/** Axes, grid and reference line of one panel. */
export const FigureFrame = memo(function FigureFrame(props: FigureFrameProps) {
  const { axes, width, height, labelWidth, grid, children } = props;
  const { x, y, reference } = axes;
  const parts = useMemo(() => {
    const xTicks = thinTicks(x, width - labelWidth - margin.right);
    return {
      // Without any value an axis draws no ticks: these keep both in place before the first result.
      corners: x.domain.map((at, end) => ({ x: at, y: y.domain[end === 0 ? 0 : 1] })),
      xTicks: xTicks.map(({ at }) => at),
      yTicks: y.ticks.map(({ at }) => at),
      xLabel: labelOf(x.ticks),
      yLabel: labelOf(y.ticks),
    };
  }, [x, y, width, labelWidth]);

  return (
    <ComposedChart
      width={width}
      height={height}
      data={parts.corners}
      margin={margin}
      accessibilityLayer={false}
    >
      <CartesianGrid
        vertical={grid === 'vertical'}
        horizontal={grid === 'horizontal'}
        syncWithTicks
        stroke="var(--line)"
      />
      <XAxis
        dataKey="x"
        type="number"
        scale={x.scale}
        domain={x.domain}
        ticks={parts.xTicks}
        tickFormatter={parts.xLabel}
        allowDataOverflow
        interval={0}
        tickLine={false}
        axisLine={axisLine}
        tick={tick}
        tickMargin={8}
        height={axisHeight}
      />
      <YAxis
        dataKey="y"
        type="number"
        scale={y.scale}
        domain={y.domain}
        ticks={parts.yTicks}
        tickFormatter={parts.yLabel}
        allowDataOverflow
        interval={0}
        width={labelWidth}
        tickLine={false}
        axisLine={false}
        tick={tick}
        tickMargin={6}
      />
      {reference !== null && (
        <ReferenceLine
          {...(grid === 'horizontal' ? { y: reference.at } : { x: reference.at })}
          stroke="var(--ink-2)"
          strokeDasharray="6 4"
        >
          <Label
            value={width < shortestLabelled ? '' : reference.label}
            position="insideBottomLeft"
            fill="var(--ink-2)"
            fontSize={13}
          />
        </ReferenceLine>
      )}
      <Line dataKey="y" stroke="none" dot={false} activeDot={false} isAnimationActive={false} />
      {children}
    </ComposedChart>
  );
});

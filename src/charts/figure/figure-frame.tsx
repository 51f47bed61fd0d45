import { memo, useMemo, type ReactNode } from 'react';
import type { AxisTick, FigureAxes, FigureReference } from '../../run/figure/figure-types.ts';
import { PlotContext, plotOf, type Plot } from './plot.ts';
import { thinTicks } from '../../run/figure/scale.ts';

interface FigureFrameProps {
  readonly axes: FigureAxes;
  /** In pixels, axes included. */
  readonly width: number;
  readonly height: number;
  /** Room for the labels of the vertical axis, in pixels. */
  readonly labelWidth: number;
  readonly grid: 'horizontal' | 'vertical';
  /** The marks; they read the scales from the frame. Keep its identity, and nothing here is drawn again. */
  readonly children: ReactNode;
}

interface PartProps {
  readonly plot: Plot;
}

const margin = { top: 8, right: 14 };
const label = { fill: 'var(--ink-2)', fontSize: 13 };

/** A narrower panel draws its reference line without words, which its marks would strike out. */
const shortestLabelled = 340;

/** Height of the horizontal axis and its labels, in pixels. */
const axisHeight = 30;

/** Axes, grid and reference line of one panel. */
export const FigureFrame = memo(function FigureFrame(props: FigureFrameProps) {
  const { axes, width, height, labelWidth, grid, children } = props;
  const { x, y, reference } = axes;
  const plot = useMemo(
    () =>
      plotOf(
        { x, y },
        {
          x: labelWidth,
          y: margin.top,
          width: Math.max(0, width - labelWidth - margin.right),
          height: Math.max(0, height - margin.top - axisHeight),
        },
      ),
    [x, y, width, height, labelWidth],
  );
  const columns = useMemo(() => thinTicks(x, plot.area.width), [x, plot]);

  return (
    <PlotContext value={plot}>
      <svg data-plot="" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        {grid === 'vertical' ? (
          <Columns plot={plot} ticks={columns} />
        ) : (
          <Rows plot={plot} ticks={y.ticks} />
        )}
        <HorizontalAxis plot={plot} ticks={columns} />
        <VerticalAxis plot={plot} ticks={y.ticks} />
        {reference !== null && (
          <Reference
            plot={plot}
            reference={reference}
            grid={grid}
            isLabelled={width >= shortestLabelled}
          />
        )}
        {children}
      </svg>
    </PlotContext>
  );
});

interface TicksProps extends PartProps {
  readonly ticks: readonly AxisTick[];
}

function Rows({ plot: { area, toY }, ticks }: TicksProps) {
  return ticks.map(({ at }) => (
    <line
      key={at}
      x1={area.x}
      x2={area.x + area.width}
      y1={toY(at)}
      y2={toY(at)}
      stroke="var(--line)"
    />
  ));
}

function Columns({ plot: { area, toX }, ticks }: TicksProps) {
  return ticks.map(({ at }) => (
    <line
      key={at}
      x1={toX(at)}
      x2={toX(at)}
      y1={area.y}
      y2={area.y + area.height}
      stroke="var(--line)"
    />
  ));
}

function HorizontalAxis({ plot: { area, toX }, ticks }: TicksProps) {
  const foot = area.y + area.height;
  return (
    <>
      <line x1={area.x} x2={area.x + area.width} y1={foot} y2={foot} stroke="var(--line-strong)" />
      {ticks.map((tick) => (
        <text
          key={tick.at}
          x={toX(tick.at)}
          y={foot + 14}
          dy="0.71em"
          textAnchor="middle"
          {...label}
        >
          {tick.label}
        </text>
      ))}
    </>
  );
}

function VerticalAxis({ plot: { area, toY }, ticks }: TicksProps) {
  return ticks.map((tick) => (
    <text key={tick.at} x={area.x - 12} y={toY(tick.at)} dy="0.355em" textAnchor="end" {...label}>
      {tick.label}
    </text>
  ));
}

interface ReferenceProps extends PartProps {
  readonly reference: FigureReference;
  /** The reference line runs as the grid does. */
  readonly grid: 'horizontal' | 'vertical';
  readonly isLabelled: boolean;
}

function Reference({ plot: { area, toX, toY }, reference, grid, isLabelled }: ReferenceProps) {
  const isLevel = grid === 'horizontal';
  const [x1, x2] = isLevel ? [area.x, area.x + area.width] : [toX(reference.at), toX(reference.at)];
  const [y1, y2] = isLevel
    ? [toY(reference.at), toY(reference.at)]
    : [area.y, area.y + area.height];
  return (
    <>
      <line x1={x1} x2={x2} y1={y1} y2={y2} stroke="var(--ink-2)" strokeDasharray="6 4" />
      {isLabelled && (
        <text x={x1 + 5} y={y2 - 5} {...label}>
          {reference.label}
        </text>
      )}
    </>
  );
}

import { useContext, useId, useMemo, type PointerEvent } from 'react';
import type { FigureAxes } from '../../run/figure/figure-types.ts';
import { PanelContext } from './panel-view.ts';
import {
  nearestPosition,
  nearestSeries,
  placeSeries,
  sideStep,
  type PlacedSeries,
  type ToPixels,
} from '../../run/figure/place-series.ts';
import { usePlot, type PlotArea } from './plot.ts';
import { leastGap, shownOn } from '../../run/figure/scale.ts';
import { BeyondMarks } from './beyond-marks.tsx';
import { SeriesMarks } from './series-marks.tsx';

/** How far from a point, in pixels, a pointer still means its line. */
const reach = 40;
/** What markers may stand out over the axes, in pixels. */
const overhang = 7;

/** The lines of a panel of curves; drawn inside a frame, whose scales it reads. */
export function PanelMarks({ axes }: { readonly axes: FigureAxes }) {
  const { area, toX, toY } = usePlot();
  return <Marks axes={axes} plot={area} toX={toX} toY={toY} />;
}

interface MarksProps {
  readonly axes: FigureAxes;
  readonly plot: PlotArea;
  readonly toX: ToPixels;
  readonly toY: ToPixels;
}

function Marks({ axes, plot, toX, toY }: MarksProps) {
  const view = useContext(PanelContext);
  const clip = useId();
  const { panel, positions, active, emphasised, pinned } = view;
  const gap = useMemo(() => leastGap(axes.x, positions, plot.width), [axes, positions, plot]);
  const step = sideStep(panel.series.length, gap);
  const placed = useMemo(
    () => placeSeries(panel.series, positions, step, toX, (value) => toY(shownOn(axes.y, value))),
    [panel, positions, step, toX, toY, axes],
  );
  const column = active === null ? null : toX(active);
  const hasBars = step > 0 || (panel.series.length === 1 && gap >= 4);

  return (
    <>
      {column !== null && (
        <line
          x1={column}
          x2={column}
          y1={plot.y}
          y2={plot.y + plot.height}
          stroke="var(--line-strong)"
          strokeDasharray="1 3"
        />
      )}
      <clipPath id={clip}>
        <rect
          x={plot.x - overhang}
          y={plot.y - overhang}
          width={plot.width + 2 * overhang}
          height={plot.height + overhang + 3}
        />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        {emphasisedLast(placed, emphasised).map((each) => (
          <SeriesMarks
            key={each.series.id}
            placed={each}
            intervals={hasBars ? 'bars' : 'bands'}
            isEmphasised={each.series.id === emphasised}
            isFaint={emphasised !== null && each.series.id !== emphasised}
            radius={gap < 6 ? 0 : gap < 24 ? 2.5 : step > 0 && step < 4 ? 3 : 4}
            pinnedAt={pinned?.series === each.series.id ? pinned.x : null}
          />
        ))}
      </g>
      <BeyondMarks placed={placed} plot={plot} />
      <PointerSurface plot={plot} toX={toX} placed={placed} />
    </>
  );
}

function emphasisedLast(placed: PlacedSeries[], emphasised: string | null): PlacedSeries[] {
  if (emphasised === null) return placed;
  const isIt = ({ series }: PlacedSeries) => series.id === emphasised;
  return [...placed.filter((each) => !isIt(each)), ...placed.filter(isIt)];
}

interface PointerSurfaceProps {
  readonly plot: PlotArea;
  readonly toX: ToPixels;
  readonly placed: readonly PlacedSeries[];
}

/** Tells which position and line a pointer means. */
function PointerSurface({ plot, toX, placed }: PointerSurfaceProps) {
  const { positions, onPoint, onLeave, onPin } = useContext(PanelContext);

  const meant = ({ clientX, clientY, currentTarget }: PointerEvent<SVGRectElement>) => {
    const box = currentTarget.getBoundingClientRect();
    const at = { x: plot.x + clientX - box.left, y: plot.y + clientY - box.top };
    const position = nearestPosition(positions, toX, at.x);
    if (position === null) return null;
    return { position, series: nearestSeries(placed, position, at, reach) };
  };
  const point = (event: PointerEvent<SVGRectElement>) => {
    const found = meant(event);
    if (found !== null) onPoint(found.position, found.series);
  };

  return (
    <rect
      data-surface=""
      x={plot.x}
      y={plot.y}
      width={plot.width}
      height={plot.height}
      fill="transparent"
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={onLeave}
      onPointerUp={(event) => {
        const found = meant(event);
        if (found !== null && found.series !== null) onPin(found.position, found.series);
      }}
    />
  );
}

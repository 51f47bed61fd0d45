import { useContext } from 'react';
import { Marker } from '../marker.tsx';
import type { FigureAxis } from '../../run/figure/figure-types.ts';
import { PanelContext } from './panel-view.ts';
import { usePlot } from './plot.ts';
import { shownOn } from '../../run/figure/scale.ts';

/** Each row's value with its interval; drawn inside a frame, whose scales it reads. */
export function DotMarks({ axis }: { readonly axis: FigureAxis }) {
  const { area: plot, toX, toY } = usePlot();
  const view = useContext(PanelContext);
  const { panel, positions, emphasised, pinned } = view;
  const position = positions[0];
  if (position === undefined) return null;
  const rowHeight = plot.height / panel.series.length;
  const across = (value: number) => {
    const at = toX(shownOn(axis, value));
    return Math.min(plot.x + plot.width, Math.max(plot.x, at));
  };

  return panel.series.map(({ id, points, style }, row) => {
    const point = points.get(position);
    const y = toY(-row);
    if (point === undefined) return null;
    const x = toX(shownOn(axis, point.y));
    const isInside = x >= plot.x - 1 && x <= plot.x + plot.width + 1;
    const ends = point.interval?.map(across);
    return (
      <g key={id} data-series={id} opacity={emphasised === null || emphasised === id ? 1 : 0.4}>
        {ends !== undefined && (
          <path
            data-mark="bars"
            d={`M${ends[0]} ${y}H${ends[1]}M${ends[0]} ${y - 5}v10M${ends[1]} ${y - 5}v10`}
            stroke={style.color}
            strokeWidth={emphasised === id ? 2.5 : 1.75}
          />
        )}
        {isInside && <Marker shape={style.marker} color={style.color} x={x} y={y} radius={5} />}
        {isInside && pinned?.series === id && (
          <circle
            data-mark="pinned"
            cx={x}
            cy={y}
            r={11}
            fill="none"
            stroke="var(--accent)"
            strokeWidth={2.5}
          />
        )}
        <rect
          x={plot.x}
          y={y - rowHeight / 2}
          width={plot.width}
          height={rowHeight}
          fill="transparent"
          onPointerMove={() => view.onPoint(position, id)}
          onPointerLeave={view.onLeave}
          onPointerUp={() => view.onPin(position, id)}
        />
      </g>
    );
  });
}

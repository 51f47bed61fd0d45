import { createContext, useContext } from 'react';
import type { FigureAxes } from '../../run/figure/figure-types.ts';
import type { ToPixels } from '../../run/figure/place-series.ts';
import { alongAxis } from '../../run/figure/scale.ts';

/** Where the marks of a panel lie in its drawing, in pixels. */
export interface PlotArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A panel's area and its scales, from values of the axes to pixels of the drawing. */
export interface Plot {
  readonly area: PlotArea;
  readonly toX: ToPixels;
  readonly toY: ToPixels;
}

export function plotOf({ x, y }: Pick<FigureAxes, 'x' | 'y'>, area: PlotArea): Plot {
  return {
    area,
    toX: (value) => area.x + alongAxis(x, value) * area.width,
    toY: (value) => area.y + (1 - alongAxis(y, value)) * area.height,
  };
}

export const PlotContext = createContext<Plot | null>(null);

/**
 * The scales that a frame gives its marks.
 * @throws Error outside of a frame
 */
export function usePlot(): Plot {
  const plot = useContext(PlotContext);
  if (plot === null) throw new Error('marks are drawn inside a frame');
  return plot;
}

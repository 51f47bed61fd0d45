import type { ReactNode } from 'react';
import type { SeriesStyle } from '../../run/figure/series-style.ts';

/** A drawing of any kind to be kept as a file, with the words that explain it. */
export interface SavedDrawing {
  readonly title: string;
  /** Shapes of an SVG from (0, 0), in the colours of the page's variables. */
  readonly drawing: ReactNode;
  /** In pixels; drawings are made for {@link drawingWidth}. */
  readonly height: number;
  readonly legend: readonly { readonly name: string; readonly style: SeriesStyle }[];
  /** What was measured, on what, when. */
  readonly caption: readonly string[];
}

/** Width that a saved drawing has for its shapes, in pixels. */
export const drawingWidth = 896;

import type { FigureAxes, FigurePanel } from '../../run/figure/figure-types.ts';
import type { SeriesStyle } from '../../run/figure/series-style.ts';

/** A figure to be kept as a file, with the words that explain it where the page is not at hand. */
export interface SavedFigure {
  readonly title: string;
  readonly kind: 'curves' | 'dots';
  readonly panels: readonly FigurePanel[];
  readonly axes: FigureAxes;
  readonly positions: readonly number[];
  readonly legend: readonly { readonly name: string; readonly style: SeriesStyle }[];
  /** What was measured, on what, when. */
  readonly caption: readonly string[];
}

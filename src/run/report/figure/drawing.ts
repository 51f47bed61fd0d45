import type { Cumulative } from '../../figure/cumulative.ts';
import type { FigureAxis, FigureSeries } from '../../figure/figure-types.ts';
import type { SeriesStyle } from '../../figure/series-style.ts';

export interface KeyEntry {
  readonly name: string;
  readonly style: SeriesStyle;
}

/** A number, or the side on which it lies beyond the axis. */
export type End = number | 'below' | 'above';

/** Lines with intervals over positions that all panels share. */
export interface CurvesDrawing {
  readonly kind: 'curves';
  readonly panels: readonly {
    readonly heading: string | null;
    readonly series: readonly FigureSeries[];
  }[];
  readonly positions: readonly number[];
  readonly x: FigureAxis;
  readonly y: FigureAxis;
  readonly legend: readonly KeyEntry[];
}

export interface DotRow extends KeyEntry {
  readonly id: string;
  /** Null where nothing was measured. */
  readonly estimate: { readonly at: End; readonly low: End; readonly high: End } | null;
  /** The estimate for a person. */
  readonly text: string;
}

/** One estimate with its interval a row. */
export interface DotsDrawing {
  readonly kind: 'dots';
  readonly axis: FigureAxis;
  readonly groups: readonly { readonly heading: string | null; readonly rows: readonly DotRow[] }[];
  /** A value that is marked by a dashed line. */
  readonly reference: number | null;
}

/** Empirical distribution functions. */
export interface StepsDrawing {
  readonly kind: 'steps';
  readonly panels: readonly {
    readonly heading: string;
    readonly x: FigureAxis;
    readonly samples: readonly (KeyEntry & { readonly sample: Cumulative })[];
  }[];
  readonly y: FigureAxis;
  readonly legend: readonly KeyEntry[];
}

export type Drawing = CurvesDrawing | DotsDrawing | StepsDrawing;

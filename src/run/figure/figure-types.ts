import type { SeriesStyle } from './series-style.ts';

/** One estimate at one position of the horizontal axis. */
export interface FigurePoint {
  readonly x: number;
  /** In the unit of the vertical axis. */
  readonly y: number;
  /** In the unit of the vertical axis; null where there is none. */
  readonly interval: readonly [number, number] | null;
  /** The estimate for a person: "99.8 %". */
  readonly text: string;
  /** The interval for a person, without brackets: "98.8–100.0"; null where there is none. */
  readonly range: string | null;
  /** What the estimate rests on: its denominator, its seed. */
  readonly note: string;
}

/** One line. */
export interface FigureSeries {
  readonly id: string;
  readonly name: string;
  readonly style: SeriesStyle;
  /** By x; a position without an entry has no result yet. */
  readonly points: ReadonlyMap<number, FigurePoint>;
}

/** One set of axes and the lines in it. */
export interface FigurePanel {
  readonly id: string;
  /** Heading with its key; null where one panel is the whole figure. */
  readonly heading: { readonly name: string; readonly style: SeriesStyle } | null;
  readonly series: readonly FigureSeries[];
}

export interface AxisTick {
  readonly at: number;
  readonly label: string;
}

export interface FigureAxis {
  readonly title: string;
  readonly scale: 'linear' | 'log';
  readonly domain: readonly [number, number];
  readonly ticks: readonly AxisTick[];
}

/** A dashed line across the panels. */
export interface FigureReference {
  readonly at: number;
  readonly label: string;
}

/** The axes of a figure, the same in all its panels and fixed before anything is measured. */
export interface FigureAxes {
  readonly x: FigureAxis;
  readonly y: FigureAxis;
  readonly reference: FigureReference | null;
}

/** One point of a figure. */
export interface FigurePlace {
  readonly panel: string;
  readonly series: string;
  readonly x: number;
}

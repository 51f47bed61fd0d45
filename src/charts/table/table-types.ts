import type { SeriesStyle } from '../../run/figure/series-style.ts';

export interface TableColumn {
  readonly id: string;
  readonly name: string;
  readonly style: SeriesStyle;
}

export interface TableEntry {
  readonly text: string;
  /** Beside the figure, in smaller type: its interval or denominator. */
  readonly detail: string;
  /** What the figure rests on. */
  readonly note: string;
}

export interface TableRow {
  readonly x: number;
  /** By column; null where nothing is known. */
  readonly entries: readonly (TableEntry | null)[];
}

export interface TableGroup {
  readonly id: string;
  /** What the rows have in common; null where there is one group. */
  readonly heading: string | null;
  readonly rows: readonly TableRow[];
}

/** An entry of a table. */
export interface TablePlace {
  readonly group: string;
  readonly column: string;
  readonly x: number;
}

import type { SeriesStyle } from '../../run/figure/series-style.ts';

/** An estimate, or a plain figure where there is no value to be drawn. */
export interface TrackEntry {
  /** In the unit of the column's axis; null for a figure that is not drawn. */
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
  /** The estimate for a person: "98.5 %". */
  readonly text: string;
  /** Beside it, smaller: its interval or p. */
  readonly detail: string;
  /** Below it, smaller: what it rests on. */
  readonly below: string;
  /** A significant difference from the reference. */
  readonly mark: 'gain' | 'loss' | null;
}

export interface TrackColumn {
  readonly id: string;
  readonly head: string;
  /** Ends of the track in the column's unit; null for a column of plain figures. */
  readonly domain: readonly [number, number] | null;
  /** A value that the tracks are compared with, drawn through all of them; null for none. */
  readonly reference: number | null;
}

export interface TrackRow {
  readonly id: string;
  readonly name: string;
  readonly style: SeriesStyle;
  /** By column; null where nothing is known. */
  readonly entries: readonly (TrackEntry | null)[];
}

export interface TrackGroup {
  readonly id: string;
  /** What the rows have in common; null where there is one group. */
  readonly heading: string | null;
  readonly rows: readonly TrackRow[];
}

/** Rows of estimates, each drawn with its interval. */
export interface Tracks {
  /** Head of the first column. */
  readonly rowHead: string;
  readonly columns: readonly TrackColumn[];
  readonly groups: readonly TrackGroup[];
}

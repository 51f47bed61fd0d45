import type { SeriesStyle } from '../../run/figure/series-style.ts';

export interface HeatCell {
  /** The figure for a person: "92.0", "+1.5". */
  readonly text: string;
  /** Below it, smaller: its interval; empty for none. */
  readonly detail: string;
  /** How much better (up to 1) or worse (down to −1) than the reference: the colour. */
  readonly strength: number;
  /** A significant difference from the reference. */
  readonly mark: 'gain' | 'loss' | null;
  /** All about the cell, in sentences: denominators, what changed, the test. */
  readonly note: string;
}

export interface HeatRow {
  readonly id: string;
  readonly name: string;
  readonly style: SeriesStyle;
  /** By column; null where nothing is known. */
  readonly cells: readonly (HeatCell | null)[];
}

/** A table whose cells are tinted by their difference from a reference row. */
export interface Heat {
  /** Head of the first column. */
  readonly rowHead: string;
  /** What the columns count: "Changed pixels of the test images". */
  readonly columnTitle: string;
  readonly columns: readonly { readonly id: string; readonly name: string }[];
  readonly rows: readonly HeatRow[];
}

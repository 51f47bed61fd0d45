import type { Drawing } from './figure/drawing.ts';
import type { MathNode } from './math/math.ts';

/** A piece of running text; what is plain comes out as it is read, whatever characters it has. */
export type Inline =
  string | { readonly strong: string } | { readonly code: string } | { readonly math: MathNode };

export type Text = string | readonly Inline[];

export interface TableColumn {
  readonly head: string;
  /** Numbers stand at the end. */
  readonly align: 'start' | 'end';
}

/** The estimate, then what belongs under it: its interval, the counts behind it. */
export type TableCell = readonly string[];

export interface ReportTable {
  readonly kind: 'table';
  readonly id: string;
  /** What the numbers are, of what, in which unit. */
  readonly caption: string;
  /** The first column names the rows. */
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
  /** Lines under the table. */
  readonly notes: readonly string[];
}

export interface ReportFigure {
  readonly kind: 'figure';
  readonly id: string;
  readonly caption: string;
  readonly drawing: Drawing;
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: Text }
  /** The one statement that a part is about. */
  | { readonly kind: 'lead'; readonly text: Text }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | {
      readonly kind: 'definitions';
      readonly items: readonly { readonly term: Text; readonly text: Text }[];
    }
  | { readonly kind: 'equation'; readonly math: MathNode }
  | { readonly kind: 'references'; readonly items: readonly string[] }
  | { readonly kind: 'code'; readonly label: string; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string }
  | ReportTable
  | ReportFigure;

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** What is said of one result. */
export interface Chapter {
  readonly id: string;
  readonly title: string;
  /** Kind of experiment, day, software: one line each. */
  readonly byline: readonly string[];
  readonly sections: readonly Section[];
}

/** A report, whatever it is written as. */
export interface ReportDocument {
  readonly title: string;
  /** Repeated on every printed page. */
  readonly runningHead: string;
  /** Said before everything else. */
  readonly notices: readonly string[];
  readonly chapters: readonly Chapter[];
  /** What all chapters share. */
  readonly shared: readonly Section[];
}

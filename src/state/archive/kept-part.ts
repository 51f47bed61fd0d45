import type { Frame } from './pack/frame.ts';

/** What is said of a run, of any version of its fields. */
export interface KeptFacts {
  readonly id: string;
  readonly version: number;
  /** When it was deleted, in milliseconds since 1970; null or missing where it was not. */
  readonly deleted?: number | null;
}

/** The first entry of what a run has found; blocks follow. */
export interface KeptFrame {
  readonly frame: Frame;
  /** Another one each time that any of it is written. */
  readonly stamp: string;
}

/** The first entry of the first layout, whose arrays follow in one run of bytes, cut anywhere. */
export interface KeptFirstFrame {
  readonly frame: unknown;
  readonly bytes: number;
}

/** What the database holds of the findings of a run, by the id of the run and a number. */
export type KeptPart = KeptFrame | KeptFirstFrame | Uint8Array<ArrayBuffer>;

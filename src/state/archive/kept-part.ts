/** What is said of a run, of any version of its fields. */
export interface KeptFacts {
  readonly id: string;
  readonly version: number;
}

/** The first entry of what a run has found; its bytes follow in parts. */
export interface KeptFrame {
  readonly frame: unknown;
  readonly bytes: number;
}

/** What the database holds of the findings of a run, by the id of the run and a number. */
export type KeptPart = KeptFrame | Uint8Array<ArrayBuffer>;

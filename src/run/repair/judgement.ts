import type { Control } from './control.ts';

/** What attacks and distances are measured on: models and held-out images. */
export interface Judged {
  /** Ids, the original first. */
  readonly models: readonly string[];
  /** Class of each image, in the order in which lanes have them open. */
  readonly labels: Uint16Array;
  readonly control: Control;
  /** Tells that so many more units of work are done. */
  readonly advanced: (units: number) => void;
}

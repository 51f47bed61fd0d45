import { createStore } from 'zustand/vanilla';
import type { Spec } from '../../protocol/spec.ts';
import type { RepairExperiment } from '../../run/repair/repair-types.ts';
import type { ShownRepair } from '../repair/repair-store.ts';
import type { ShownRun } from '../run/run-store.ts';
import type { Refusal } from './refusal.ts';

/** What became of the last file, unless a result of it is shown. */
export type FileNotice =
  | { readonly kind: 'reading'; readonly file: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'spec';
      readonly file: string;
      /** What the file put into the sentence, and what stood there before. */
      readonly sentence: Sentence<Spec>;
    }
  /** Samples to make, which stand in Repair. */
  | { readonly kind: 'samples'; readonly file: string }
  | {
      readonly kind: 'repair-spec';
      readonly file: string;
      readonly sentence: Sentence<RepairExperiment>;
    };

export interface Sentence<Experiment> {
  readonly opened: Experiment;
  readonly before: Experiment;
}

/** What belongs to a result that is shown from a file. */
interface Opened<Experiment, Shown> {
  /** Why this page cannot run its experiment again; null if it can. */
  readonly missing: string | null;
  /** Null where the sentence was left alone. */
  readonly sentence: Sentence<Experiment> | null;
  /** What closing the file goes back to. */
  readonly before: Shown;
}

interface OpenFileState {
  readonly notice: FileNotice | null;
  /** Counts only while the run store shows an opened result. */
  readonly result: Opened<Spec, ShownRun> | null;
  /** Counts only while the repair store shows an opened result. */
  readonly repair: Opened<RepairExperiment, ShownRepair> | null;
}

export const openFileStore = createStore<OpenFileState>()(() => ({
  notice: null,
  result: null,
  repair: null,
}));

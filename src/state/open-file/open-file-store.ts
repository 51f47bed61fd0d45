import { createStore } from 'zustand/vanilla';
import type { Spec } from '../../protocol/spec.ts';
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
      readonly sentence: Sentence;
    };

export interface Sentence {
  readonly opened: Spec;
  readonly before: Spec;
}

/** What belongs to a result that is shown from a file. */
export interface OpenedResult {
  /** Why this page cannot run its experiment again; null if it can. */
  readonly missing: string | null;
  /** Null where the sentence was left alone. */
  readonly sentence: Sentence | null;
  /** What closing the file goes back to. */
  readonly before: ShownRun;
}

interface OpenFileState {
  readonly notice: FileNotice | null;
  /** Counts only while the run store shows an opened result. */
  readonly result: OpenedResult | null;
}

export const openFileStore = createStore<OpenFileState>()(() => ({ notice: null, result: null }));

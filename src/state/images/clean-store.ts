import { createStore } from 'zustand/vanilla';
import type { LabErrorData } from '../../protocol/lab-error.ts';
import type { ImagesSpec } from '../../protocol/spec.ts';

/** What models say of unchanged pictures; plain data. */
export interface CleanAnswers {
  readonly images: ImagesSpec;
  /** Names of the pictures, in order. */
  readonly names: readonly string[];
  /** Class index of each. */
  readonly labels: Uint16Array;
  /** In the order of the models' outputs; empty where classes are indices. */
  readonly classNames: readonly string[];
  /** Predicted class of each picture. */
  readonly models: readonly { readonly id: string; readonly predicted: Uint16Array }[];
}

interface CleanState {
  readonly phase: 'idle' | 'opening' | 'running' | 'done' | 'cancelled' | 'failed';
  /** What is being prepared, for a person. */
  readonly step: string;
  /** Classifications done and to do. */
  readonly done: number;
  readonly total: number;
  /** Null until measured. */
  readonly secondsLeft: number | null;
  readonly answers: CleanAnswers | null;
  readonly error: LabErrorData | null;
}

/** What the models get right before any pixel is changed. */
export const cleanStore = createStore<CleanState>()(() => ({
  phase: 'idle',
  step: '',
  done: 0,
  total: 0,
  secondsLeft: null,
  answers: null,
  error: null,
}));

export function isClassifying({ phase }: Pick<CleanState, 'phase'>): boolean {
  return phase === 'opening' || phase === 'running';
}

import { createStore } from 'zustand/vanilla';
import type { LabErrorData } from '../../protocol/lab-error.ts';
import type { AnswersApart } from '../../run/compare/answers-apart.ts';
import type { Comparison } from '../../run/compare/compare-types.ts';
import type { Spec } from '../../protocol/spec.ts';

/** One model of one kept run, to be put beside others. */
export interface CompareColumn {
  /** Of the run and the position of the model in it. */
  readonly id: string;
  readonly run: string;
  /** "ResNet in count sweep" */
  readonly name: string;
  /** "ResNet" */
  readonly modelName: string;
  readonly backend: string;
}

/** A run whose models can be chosen. */
export interface CompareRun {
  readonly id: string;
  readonly name: string;
  readonly columns: readonly CompareColumn[];
}

/** Models beside a baseline, with the spec that names the cell to speak of. */
export interface ShownComparison {
  readonly id: string;
  /** "Before and after repair: ResNet"; null for the models that were chosen. */
  readonly title: string | null;
  readonly spec: Spec;
  readonly comparison: Comparison;
  /** By other model: answers that differ where it is the very model of the baseline; else null. */
  readonly apart: readonly (AnswersApart | null)[];
}

interface CompareState {
  readonly phase: 'closed' | 'reading' | 'open';
  /** Ids of the runs that are put side by side, as they were asked for. */
  readonly asked: readonly string[];
  readonly runs: readonly CompareRun[];
  /** Ids of columns. */
  readonly chosen: readonly string[];
  readonly baseline: string | null;
  /** The count that charts and tables mark; null for the largest. */
  readonly active: number | null;
  /** Of the chosen models; null while it is computed, or where fewer than two are chosen. */
  readonly comparison: ShownComparison | null;
  /** Of repairs among the runs, each with its own original. */
  readonly repairs: readonly ShownComparison[];
  /** What is left out, and why. */
  readonly notes: readonly string[];
  readonly error: LabErrorData | null;
}

/** Runs side by side. */
export const compareStore = createStore<CompareState>()(() => ({
  phase: 'closed',
  asked: [],
  runs: [],
  chosen: [],
  baseline: null,
  active: null,
  comparison: null,
  repairs: [],
  notes: [],
  error: null,
}));

import { createStore } from 'zustand/vanilla';
import type { LabErrorData } from '../../protocol/lab-error.ts';
import type { Found } from './found.ts';
import type { LessonId } from './lesson.ts';

/** A place of the panel: one of the lessons, or the page for teachers. */
export type LearnPlace = LessonId | 'teacher';

/** The seed of the table of expected results. */
export const DEFAULT_SEED = 7;

/** One experiment of a lesson, as plain data. */
export interface LessonRun {
  readonly phase: 'running' | 'done' | 'cancelled' | 'failed';
  readonly seed: number;
  /** What is being done, for a person. */
  readonly part: string;
  /** 0 … 1 */
  readonly share: number;
  /** Null until it can be foreseen. */
  readonly secondsLeft: number | null;
  readonly found: Found | null;
  readonly error: LabErrorData | null;
}

interface LearnState {
  readonly place: LearnPlace;
  /** Decides every draw of the lessons. */
  readonly seed: number;
  /** The latest run of each lesson since the page was opened. */
  readonly runs: Readonly<Partial<Record<LessonId, LessonRun>>>;
}

/** What the panel shows. */
export const learnStore = createStore<LearnState>()(() => ({
  place: 'few-pixels',
  seed: DEFAULT_SEED,
  runs: {},
}));

/** Changes the run of a lesson, if there is one. */
export function updateRun(id: LessonId, change: Partial<LessonRun>): void {
  learnStore.setState(({ runs }) => {
    const run = runs[id];
    return run === undefined ? {} : { runs: { ...runs, [id]: { ...run, ...change } } };
  });
}

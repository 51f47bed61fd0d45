import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LabErrorData } from '../../../protocol/lab-error.ts';
import { asErrorData } from '../../as-error-data.ts';
import { tellEnd, tellWork } from '../../background/work-store.ts';

export type JobPhase = 'idle' | 'running' | 'done' | 'cancelled' | 'failed';

/** Long work about one picture, as plain data. */
export interface JobState<Result> {
  readonly phase: JobPhase;
  /** Classifications, or whatever its steps count. */
  readonly done: number;
  readonly total: number;
  /** Null until it can be foreseen. */
  readonly secondsLeft: number | null;
  /** What has been found so far; null before the first. */
  readonly result: Result | null;
  readonly error: LabErrorData | null;
}

/** What work under way tells. */
export interface Progress<Result> {
  /** Counts steps that are done. */
  readonly count: (steps: number) => void;
  /** Shows what has been found so far; called as often as there is news. */
  readonly publish: (result: () => Result) => void;
  /** Whether somebody still waits for it; work that nobody waits for ends itself. */
  readonly isWanted: () => boolean;
}

export interface Job<Result> {
  readonly store: StoreApi<JobState<Result>>;
  /** Begins anew; work under way is given up. */
  readonly start: (total: number, work: (progress: Progress<Result>) => Promise<Result>) => void;
  /** Stops and keeps what has been found. */
  readonly cancel: () => void;
  /** Stops and forgets everything. */
  readonly clear: () => void;
}

/** Least time between two pictures of the work, in milliseconds. */
const EVERY = 150;

let jobs = 0;

/** Lets the page know that a store's work goes on, and how it ended. */
function tellOf<Result>(store: StoreApi<JobState<Result>>): void {
  jobs += 1;
  const id = `question ${jobs}`;
  store.subscribe(({ phase, done, total }) => {
    if (phase === 'running') {
      tellWork(id, { name: 'Question', state: 'running', share: total === 0 ? 0 : done / total });
    } else tellEnd(id, phase === 'idle' ? 'cancelled' : phase);
  });
}

type End<Result> = Partial<JobState<Result>>;

async function settle<Result>(
  work: Promise<Result>,
  end: (state: End<Result>) => void,
): Promise<void> {
  try {
    end({ phase: 'done', result: await work });
  } catch (error) {
    end({ phase: 'failed', error: asErrorData(error) });
  }
}

/** Long work with progress, an estimate of its end, and a way to stop it. */
export function createJob<Result>(): Job<Result> {
  const blank: JobState<Result> = {
    phase: 'idle',
    done: 0,
    total: 0,
    secondsLeft: null,
    result: null,
    error: null,
  };
  const store = createStore<JobState<Result>>()(() => blank);
  tellOf(store);
  let current = 0;

  const start: Job<Result>['start'] = (total, work) => {
    current += 1;
    const own = current;
    const begun = performance.now();
    let done = 0;
    let shown = -Infinity;
    const isWanted = () => own === current;
    store.setState({ ...blank, phase: 'running', total });
    const progress: Progress<Result> = {
      isWanted,
      count: (steps) => {
        done += steps;
      },
      publish: (result) => {
        const now = performance.now();
        if (!isWanted() || now - shown < EVERY) return;
        shown = now;
        const seconds = (now - begun) / 1000;
        const secondsLeft = done === 0 ? null : (seconds / done) * (total - done);
        store.setState({ done, secondsLeft, result: result() });
      },
    };
    void settle(work(progress), (end) => {
      if (!isWanted()) return;
      store.setState({ ...end, secondsLeft: null, ...(end.phase === 'done' && { done: total }) });
    });
  };

  return {
    store,
    start,
    cancel: () => {
      current += 1;
      if (store.getState().phase !== 'running') return;
      store.setState({ phase: 'cancelled', secondsLeft: null });
    },
    clear: () => {
      current += 1;
      store.setState(blank);
    },
  };
}

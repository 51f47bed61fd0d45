import type { Spec } from '../../protocol/spec.ts';
import { asErrorData } from '../as-error-data.ts';
import { askToPersist } from '../storage/persistence.ts';
import { archiveStore, runsChanged } from './archive-store.ts';
import type { ArchivedRun } from './archived-run.ts';
import type { Written } from './kept-findings.ts';
import { changeFindings, changeRun, deleteKeptRun } from './kept-runs.ts';
import { newRun } from './new-run.ts';
import { layOut } from './pack/pack.ts';
import { runAt, type RunCourse } from './run-at.ts';
import type { RunContent } from './run-content.ts';

/** Least time between two checkpoints, in milliseconds. */
const EVERY = 3000;
/** A checkpoint that takes long is made less often: it may take this share of the time. */
const SHARE = 0.05;

/** Keeps one run: checkpoints while it goes on, and how it ended. */
export interface RunKeeper {
  /** Keeps what is done so far, unless that was done a moment ago. */
  progress(share: number): void;
  /** Keeps how it ended; nothing where nothing was done. Never rejects. */
  end(course: RunCourse): Promise<void>;
}

export interface RunToKeep {
  readonly id: string;
  readonly spec: Spec;
  /** Whether an earlier visit has begun it. */
  readonly goesOn: boolean;
  /** What it has found so far; null before anything is done. */
  readonly content: () => RunContent | null;
}

// How to keep what the storage would not take.
let again: (() => Promise<void>) | null = null;

/** Says how to keep what the storage would not take; null where there is nothing any more. */
export function tryLater(act: (() => Promise<void>) | null): void {
  again = act;
}

/** Tries once more to keep the run that could not be kept. */
export async function keepAgain(): Promise<void> {
  await again?.();
  await runsChanged();
}

/** Keeps a run from now on; what the storage does not take is told, and the run goes on. */
export function openKeeper({ id, spec, goesOn, content }: RunToKeep): RunKeeper {
  let share = 0;
  let last = performance.now();
  let every = EVERY;
  let writing: Promise<void> | null = null;
  let written: Written | null = null;

  const keep = async (course: RunCourse): Promise<void> => {
    const begun = performance.now();
    const found = content();
    try {
      const change = (before: ArchivedRun | null): ArchivedRun =>
        runAt(before ?? newRun(id, spec), course, Date.now());
      if (found === null) await changeRun(id, spec.name, change);
      else written = await changeFindings(id, spec.name, change, layOut(found), written);
      archiveStore.setState({ unkept: null });
    } catch (error) {
      archiveStore.setState({ unkept: asErrorData(error) });
    }
    last = performance.now();
    every = Math.max(EVERY, (last - begun) / SHARE);
  };

  const checkpoint = (): void => {
    if (writing !== null) return;
    writing = keep({ state: 'running', share, error: null }).then(() => {
      writing = null;
      return runsChanged();
    });
  };

  const hiding = (): void => {
    if (document.visibilityState === 'hidden') checkpoint();
  };

  again = () => keep({ state: 'running', share, error: null });
  document.addEventListener('visibilitychange', hiding);
  addEventListener('pagehide', checkpoint);
  checkpoint();
  // A refusal is shown where the runs are; it changes nothing here.
  askToPersist().catch(() => undefined);

  return {
    progress: (done) => {
      share = done;
      if (performance.now() - last >= every) checkpoint();
    },
    end: async (course) => {
      document.removeEventListener('visibilitychange', hiding);
      removeEventListener('pagehide', checkpoint);
      await writing;
      if (course.state === 'cancelled' && !goesOn && content() === null) {
        await deleteKeptRun(id).catch(() => undefined);
        return;
      }
      again = () => keep(course);
      await again();
      if (archiveStore.getState().unkept === null) again = null;
    },
  };
}

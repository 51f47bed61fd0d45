import { asErrorData } from '../as-error-data.ts';
import { openBench } from './bench.ts';
import { learnStore, updateRun } from './learn-store.ts';
import { lessonIds, type LessonId } from './lesson.ts';
import { experimentOf } from './lessons.ts';
import { pageAccess } from './page-bench.ts';
import type { PictureGroup } from './pictures.ts';
import { finishLesson, forgetProgress } from './progress-store.ts';

// What a store must not hold: runs with their workers, and the classifications behind pictures.
let current = new AbortController();
const pictures = new Map<LessonId, PictureGroup>();

async function launch(id: LessonId, seed: number, controller: AbortController): Promise<void> {
  const { signal } = controller;
  const { parts, experiment } = experimentOf(id);
  const begun = performance.now();
  const bench = openBench(
    pageAccess,
    parts,
    ({ part, share }) => {
      if (signal.aborted) return;
      const seconds = (performance.now() - begun) / 1000;
      updateRun(id, {
        part,
        share,
        secondsLeft: share > 0.04 ? (seconds / share) * (1 - share) : null,
      });
    },
    signal,
  );
  try {
    const result = await experiment(seed, bench);
    if (signal.aborted) return;
    if (result.pictures !== null) pictures.set(id, result.pictures);
    updateRun(id, { phase: 'done', share: 1, secondsLeft: null, found: result.found });
    finishLesson(id, seed);
  } catch (error) {
    if (signal.aborted) return;
    updateRun(id, { phase: 'failed', secondsLeft: null, error: asErrorData(error) });
  }
}

/** Runs the experiment of a lesson with the seed of the address; gives up any other. */
export function startLesson(id: LessonId): void {
  cancelLesson();
  current = new AbortController();
  pictures.delete(id);
  const { seed } = learnStore.getState();
  learnStore.setState(({ runs }) => ({
    runs: {
      ...runs,
      [id]: {
        phase: 'running',
        seed,
        part: 'Starting the workers',
        share: 0,
        secondsLeft: null,
        found: null,
        error: null,
      },
    },
  }));
  void launch(id, seed, current);
}

/** Stops the experiment under way, if there is one. */
export function cancelLesson(): void {
  current.abort();
  const { runs } = learnStore.getState();
  for (const id of lessonIds) {
    if (runs[id]?.phase === 'running') updateRun(id, { phase: 'cancelled', secondsLeft: null });
  }
}

/** The pictures of the ended experiment of a lesson; null where there are none. */
export function lessonPictures(id: LessonId): PictureGroup | null {
  return pictures.get(id) ?? null;
}

/** Forgets answers, finished lessons and results. */
export function startOver(): void {
  cancelLesson();
  pictures.clear();
  learnStore.setState({ runs: {} });
  forgetProgress();
}

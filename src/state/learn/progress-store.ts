import { createStore } from 'zustand/vanilla';
import { z } from '../../protocol/zod.ts';
import { isAnswerTo, lessonIds, type LessonAnswer, type LessonId } from './lesson.ts';
import { questionOf } from './lessons.ts';

/** How far a reader has come in one lesson. */
interface LessonProgress {
  readonly answer: LessonAnswer | null;
  /** Seed of the last finished experiment; null before the first. */
  readonly finished: number | null;
}

type Progress = Readonly<Partial<Record<LessonId, LessonProgress>>>;

const storageKey = 'pixelproof lessons';
const storedSchema = z.record(
  z.string(),
  z.strictObject({
    answer: z.union([z.number(), z.string()]).nullable(),
    finished: z.int().min(0).nullable(),
  }),
);

function readStored(): Progress {
  try {
    const stored = storedSchema.parse(JSON.parse(localStorage.getItem(storageKey) ?? '{}'));
    const known = lessonIds.flatMap((id) => {
      const entry = stored[id];
      if (entry === undefined) return [];
      const { answer, finished } = entry;
      return isAnswerTo(questionOf(id), answer) ? [[id, { answer, finished }] as const] : [];
    });
    return Object.fromEntries(known);
  } catch {
    // Storage may be blocked or hold something else: the lessons begin anew then.
    return {};
  }
}

function store(progress: Progress): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(progress));
  } catch {
    // Without storage the progress lasts as long as the page.
  }
}

/** Answers and finished lessons, kept between visits. */
export const progressStore = createStore<{ readonly lessons: Progress }>()(() => ({
  lessons: readStored(),
}));

function change(id: LessonId, part: Partial<LessonProgress>): void {
  const { lessons } = progressStore.getState();
  const before = lessons[id] ?? { answer: null, finished: null };
  const next = { ...lessons, [id]: { ...before, ...part } };
  progressStore.setState({ lessons: next });
  store(next);
}

export function answerLesson(id: LessonId, answer: LessonAnswer): void {
  change(id, { answer });
}

export function finishLesson(id: LessonId, seed: number): void {
  change(id, { finished: seed });
}

/** Forgets every answer and finished lesson. */
export function forgetProgress(): void {
  progressStore.setState({ lessons: {} });
  store({});
}

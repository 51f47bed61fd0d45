import type { Bench, LessonPart } from './bench.ts';
import type { KeyFigure } from './figure.ts';
import type { Found } from './found.ts';
import type { PictureGroup } from './pictures.ts';

/** The lessons in their order, by their names in the address. */
export const lessonIds = [
  'few-pixels',
  'magnitude',
  'fragile-attacks',
  'repair',
  'index',
  'worst-case',
] as const;

export type LessonId = (typeof lessonIds)[number];

/** Whether a word of an address or of the storage names a lesson. */
export function isLessonId(text: string | null): text is LessonId {
  return lessonIds.some((id) => id === text);
}

/** A share of 100 in whole per cent, or the id of an option. */
export type LessonAnswer = number | string;

export interface LessonOption {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
}

/** What a reader commits to before the experiment runs. */
export type LessonQuestion =
  | { readonly kind: 'share'; readonly text: string; readonly unit: string }
  | { readonly kind: 'choice'; readonly text: string; readonly options: readonly LessonOption[] };

/** Whether an answer is one that the question allows. */
export function isAnswerTo(question: LessonQuestion, answer: unknown): answer is LessonAnswer {
  if (question.kind === 'choice') return question.options.some(({ id }) => id === answer);
  return typeof answer === 'number' && Number.isInteger(answer) && answer >= 0 && answer <= 100;
}

/** What an experiment showed, in words that follow from its figures. */
export interface LessonStatement {
  readonly headline: string;
  /** Further sentences, each true by itself. */
  readonly points: readonly string[];
  /** Which option the figures support; null where the question asks for a share. */
  readonly outcome: string | null;
  readonly figures: readonly KeyFigure[];
}

/** What an experiment hands back: figures as plain data, and where its pictures are. */
export interface LessonResult<Data> {
  readonly found: Data;
  readonly pictures: PictureGroup | null;
}

/** What of a lesson is run. */
export interface LessonExperiment<Data> {
  readonly parts: readonly LessonPart[];
  /**
   * Runs on the bundled models; the seed decides every draw, the images are always the same.
   * @throws LabError as the bench does
   */
  readonly experiment: (seed: number, bench: Bench) => Promise<LessonResult<Data>>;
}

/** A lesson without its texts: what is asked, what is computed, and what follows. */
export interface Lesson<Data extends Found = Found> extends LessonExperiment<Data> {
  readonly id: Data['lesson'];
  readonly title: string;
  /** The title in two or three words. */
  readonly short: string;
  readonly question: LessonQuestion;
  readonly statement: (found: Data) => LessonStatement;
  /** Sets the reader's answer beside the result. */
  readonly verdict: (found: Data, answer: LessonAnswer) => string;
}

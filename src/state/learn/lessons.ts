import type { Found } from './found.ts';
import type {
  Lesson,
  LessonAnswer,
  LessonExperiment,
  LessonId,
  LessonStatement,
} from './lesson.ts';
import { fewPixels } from './lessons/few-pixels.ts';
import { fragileAttacks } from './lessons/fragile-attacks.ts';
import { indexTrap } from './lessons/index-trap.ts';
import { magnitude } from './lessons/magnitude.ts';
import { repair } from './lessons/repair.ts';
import { worstCase } from './lessons/worst-case.ts';

/** Every lesson by its id. */
export const lessons = {
  'few-pixels': fewPixels,
  magnitude,
  'fragile-attacks': fragileAttacks,
  repair,
  index: indexTrap,
  'worst-case': worstCase,
} as const;

/** Sees to it that what was found meets the lesson that found it. */
function withLesson<Result>(
  found: Found,
  use: <Data extends Found>(lesson: Lesson<Data>, data: Data) => Result,
): Result {
  switch (found.lesson) {
    case 'few-pixels':
      return use(fewPixels, found);
    case 'magnitude':
      return use(magnitude, found);
    case 'fragile-attacks':
      return use(fragileAttacks, found);
    case 'repair':
      return use(repair, found);
    case 'index':
      return use(indexTrap, found);
    case 'worst-case':
      return use(worstCase, found);
  }
}

/** What an experiment showed, in words. */
export function statementOf(found: Found): LessonStatement {
  return withLesson(found, (lesson, data) => lesson.statement(data));
}

/** A reader's answer beside what was found. */
export function verdictOf(found: Found, answer: LessonAnswer): string {
  return withLesson(found, (lesson, data) => lesson.verdict(data, answer));
}

/** What of a lesson is run. */
export function experimentOf(id: LessonId): LessonExperiment<Found> {
  return lessons[id];
}

/** What is asked in a lesson. */
export function questionOf(id: LessonId) {
  return lessons[id].question;
}

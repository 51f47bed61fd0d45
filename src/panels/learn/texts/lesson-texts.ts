import type { LessonId } from '../../../state/learn/lesson.ts';
import { fewPixelsText } from './few-pixels.tsx';
import { fragileAttacksText } from './fragile-attacks.tsx';
import { indexTrapText } from './index-trap.tsx';
import type { LessonText } from './lesson-text.ts';
import { magnitudeText } from './magnitude.tsx';
import { repairText } from './repair.tsx';
import { worstCaseText } from './worst-case.tsx';

/** The words of every lesson. */
export const lessonTexts: Readonly<Record<LessonId, LessonText>> = {
  'few-pixels': fewPixelsText,
  magnitude: magnitudeText,
  'fragile-attacks': fragileAttacksText,
  repair: repairText,
  index: indexTrapText,
  'worst-case': worstCaseText,
};

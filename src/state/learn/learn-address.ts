import { fieldReader } from '../link/codec/field-reader.ts';
import { wholeText, type FieldText } from '../link/codec/field-texts.ts';
import { LinkFault } from '../link/codec/link-fault.ts';
import type { RefusedField } from '../link/codec/link-fields.ts';
import type { QueryEntry } from '../link/codec/query.ts';
import { isLessonId } from './lesson.ts';
import type { LearnPlace } from './learn-store.ts';

/** Names of the fields that describe Learn. */
export const learnKeys = ['lesson', 'seed'] as const;

const placeText: FieldText<LearnPlace> = {
  read: (text) => {
    if (text === 'teacher' || isLessonId(text)) return text;
    throw new LinkFault('there is no such lesson');
  },
  write: (place) => place,
};

interface ReadLearn {
  /** Null where the address names none that can be taken. */
  readonly place: LearnPlace | null;
  readonly seed: number | null;
  readonly refused: readonly RefusedField[];
}

/** What the fields of an address ask of Learn. */
export function readLearn(entries: readonly QueryEntry[]): ReadLearn {
  const { take, refused } = fieldReader(entries);
  return {
    place: take('lesson', placeText) ?? null,
    seed: take('seed', wholeText) ?? null,
    refused,
  };
}

/** The fields of a lesson and the seed of its draws. */
export function learnEntries(place: LearnPlace, seed: number): QueryEntry[] {
  return [
    ['lesson', place],
    ['seed', String(seed)],
  ];
}

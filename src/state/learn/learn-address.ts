import { isLessonId } from './lesson.ts';
import type { LearnPlace } from './learn-store.ts';

/** What a link to the panel holds. */
export interface LearnAddress {
  readonly place: LearnPlace;
  readonly seed: number;
}

const keys = ['lesson', 'seed'] as const;

/**
 * What an address asks for. What cannot be read in it is left out: null for the lesson or the seed
 * that it does not name.
 */
export function learnAddress(address: string): {
  readonly place: LearnPlace | null;
  readonly seed: number | null;
} {
  const { searchParams } = new URL(address);
  const lesson = searchParams.get('lesson');
  const seedText = searchParams.get('seed') ?? '';
  const seed = /^\d{1,16}$/.test(seedText) ? Number(seedText) : null;
  return {
    place: lesson === 'teacher' || isLessonId(lesson) ? lesson : null,
    seed: seed !== null && Number.isSafeInteger(seed) ? seed : null,
  };
}

/** The same address with another content; null takes it out. Whatever else it holds is kept. */
export function withLearnAddress(address: string, content: LearnAddress | null): string {
  const url = new URL(address);
  for (const key of keys) url.searchParams.delete(key);
  if (content !== null) {
    url.searchParams.set('lesson', content.place);
    url.searchParams.set('seed', String(content.seed));
  }
  return url.href;
}

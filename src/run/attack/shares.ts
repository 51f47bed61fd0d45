import { accuracyInterval } from '../../core/intervals.ts';
import type { Share } from '../../protocol/attack-result.ts';

/** Draws that missed, where each image has some that hit. */
export function missesOf(hits: Uint16Array, draws: number): Uint16Array {
  return hits.map((each) => draws - each);
}

/**
 * The share of draws that hit, with its interval over images.
 * @param hits by image, how many of its draws
 * @param totals bootstrap totals of the misses; needed where there are several draws
 */
export function shareOf(hits: Uint16Array, draws: number, totals?: Uint32Array): Share {
  const trials = hits.length * draws;
  const count = hits.reduce((sum, each) => sum + each, 0);
  return {
    count,
    share: trials === 0 ? null : count / trials,
    interval: accuracyInterval({ wrong: missesOf(hits, draws), draws, ...(totals && { totals }) }),
  };
}

/** Mean of the values at some places; not a number where there are none. */
export function meanAt(values: ArrayLike<number>, places: readonly number[]): number {
  return places.reduce((sum, place) => sum + (values[place] ?? 0), 0) / places.length;
}

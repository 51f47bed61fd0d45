/** As many as a spec may list. */
const MOST_COUNTS = 256;

export type ParsedCounts = { readonly counts: readonly number[] } | { readonly message: string };

/** Powers of two from 1 to `last`. */
export function doublings(last: number): number[] {
  const counts: number[] = [];
  for (let count = 1; count <= last; count *= 2) counts.push(count);
  return counts;
}

/** Whether the counts are 1, 2, 4 and so on. */
export function areDoublings(counts: readonly number[]): boolean {
  return counts.every((count, position) => count === 2 ** position);
}

/**
 * Reads pixel counts such as "1, 2, 4" or "1 2 4"; repeated ones are dropped and the rest sorted.
 * @param most - as many as may be listed
 * @returns the counts, or what is wrong with the text and what to enter
 */
export function parseCounts(text: string, most = MOST_COUNTS): ParsedCounts {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  if (words.length === 0) return { message: 'Enter at least one number, for example 1, 2, 4.' };
  const odd = words.find((word) => !/^\d+$/.test(word) || !Number.isSafeInteger(Number(word)));
  if (odd !== undefined) {
    return { message: `“${odd}” is not a whole number. Enter numbers such as 1, 2, 4.` };
  }
  const counts = [...new Set(words.map(Number))].sort((a, b) => a - b);
  if (counts[0] === 0) return { message: 'Start at 1: the unchanged images are always measured.' };
  if (counts.length > most) {
    return { message: `These are ${counts.length} numbers; enter at most ${most}.` };
  }
  return { counts };
}

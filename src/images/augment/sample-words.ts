import { philox4x32Into } from '../../core/philox.ts';
import { seedKey, type ImageKey } from '../../core/random-keys.ts';

/** The arms that draw words of their own; each has 2²⁸ blocks, counted from its fourth counter word. */
export const SAMPLE_STREAM = {
  noise: 0xc0000000,
  shift: 0xd0000000,
  erasing: 0xe0000000,
} as const;

const BLOCKS = 0x10000000;

/**
 * The uniform 32-bit words of one sample, in order. Block b of an arm has the counter (image key
 * low, image key high, copy, first + b) and the key of the seed.
 * @param first - the arm's entry of {@link SAMPLE_STREAM}
 * @throws RangeError if the seed or the copy is out of range, or after 2³⁰ words
 */
export function sampleWords(
  first: number,
  seed: number,
  [low, high]: ImageKey,
  copy: number,
): () => number {
  const [key0, key1] = seedKey(seed);
  checkCopy(copy);
  const block = new Uint32Array(4);
  let used = 4;
  let next = 0;
  return () => {
    if (used === 4) {
      if (next === BLOCKS) throw new RangeError('the image is too large for its random words');
      philox4x32Into(low, high, copy, first + next, key0, key1, block);
      next += 1;
      used = 0;
    }
    const word = block[used] ?? 0;
    used += 1;
    return word;
  };
}

/**
 * Refuses a copy that is not numbered 0 … 2³¹ − 1.
 * @throws RangeError naming it
 */
export function checkCopy(copy: number): void {
  if (!Number.isInteger(copy) || copy < 0 || copy > 0x7fffffff) {
    throw new RangeError(`copy must be an integer from 0 to 2^31 - 1, got ${copy}`);
  }
}

/** A word as a number in [0, 1). */
export function unit(word: number): number {
  return word / 4294967296;
}

import { philox4x32Into } from './philox.ts';
import { STREAM } from './random-keys.ts';

const TWO_32 = 4294967296;
const block = new Uint32Array(4);

/**
 * Draws the images of one bootstrap replicate with replacement: n indices 0 … n − 1, written to
 * `indices` (its length is n). Index i is ⌊u · n / 2³²⌋ with u word i mod 4 of the Philox block
 * whose counter is (replicate, ⌊i / 4⌋, 0, bootstrap stream).
 */
export function resampleImages(
  key: readonly [number, number],
  replicate: number,
  indices: Uint32Array,
): void {
  const [key0, key1] = key;
  const n = indices.length;
  for (let start = 0; start < n; start += 4) {
    philox4x32Into(replicate, start >>> 2, 0, STREAM.bootstrap, key0, key1, block);
    const end = Math.min(n, start + 4);
    for (let index = start; index < end; index += 1) {
      indices[index] = Math.floor(((block[index - start] ?? 0) * n) / TWO_32);
    }
  }
}

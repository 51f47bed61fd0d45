import { philox4x32Into } from '../../core/philox.ts';
import { seedKey } from '../../core/random-keys.ts';

/** Fourth counter word of shuffles; its set top bit keeps them apart from pixel draws. */
const STREAM = 0x80000011;
const TWO_32 = 4294967296;

/**
 * The numbers 0 … count − 1 in the random order of one epoch (Fisher and Yates).
 * @param seed safe integer 0 … 2⁵³ − 1
 * @param epoch number of the epoch, uint32
 */
export function shuffledIndices(count: number, seed: number, epoch: number): Uint32Array {
  const [low, high] = seedKey(seed);
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  const words = new Uint32Array(4);
  for (let last = count - 1; last > 0; last -= 1) {
    philox4x32Into(last, epoch, 0, STREAM, low, high, words);
    const other = Math.floor(((words[0] ?? 0) / TWO_32) * (last + 1));
    const kept = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}

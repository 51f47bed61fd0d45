import * as tf from '@tensorflow/tfjs-core';
import { philox4x32Into } from '../../core/philox.ts';
import { seedKey } from '../../core/random-keys.ts';

/** Names the random words of one training step; the same key gives the same masks everywhere. */
export interface DropoutKey {
  /** Safe integer, 0 … 2⁵³ − 1. */
  readonly seed: number;
  /** Number of the training step. */
  readonly step: number;
}

/** Fourth counter word: apart from pixel draws, which have its top bit clear, and other streams. */
const DROPOUT_STREAM = 0x80000101;
const TWO_32 = 4294967296;

/**
 * Mask of inverted dropout: 0 with probability `rate`, else 1 / (1 − rate) (Srivastava et al. 2014).
 * @param layer which dropout of the graph it is
 */
export function dropoutMask(
  shape: readonly number[],
  rate: number,
  key: DropoutKey,
  layer: number,
): tf.Tensor {
  const size = shape.reduce((product, side) => product * side, 1);
  const [k0, k1] = seedKey(key.seed);
  const threshold = rate * TWO_32;
  const kept = 1 / (1 - rate);
  const values = new Float32Array(size);
  const words = new Uint32Array(4);
  for (let start = 0; start < size; start += 4) {
    philox4x32Into(start / 4, key.step, layer, DROPOUT_STREAM, k0, k1, words);
    for (let lane = 0; lane < 4 && start + lane < size; lane += 1) {
      values[start + lane] = (words[lane] ?? 0) < threshold ? 0 : kept;
    }
  }
  return tf.tensor(values, [...shape]);
}

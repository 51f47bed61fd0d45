import * as tf from '@tensorflow/tfjs-core';
import { onWasm, wasmKernel } from './wasm-kernel.ts';

const sumOnWasm = wasmKernel<object>('PixelproofChannelSum', (output, [input]) => {
  if (input === undefined) return;
  const channels = output.length;
  const sums = new Float64Array(channels);
  for (let row = 0; row < input.length; row += channels) {
    for (let channel = 0; channel < channels; channel += 1) {
      sums[channel] = (sums[channel] as number) + (input[row + channel] as number);
    }
  }
  output.set(sums);
});

/**
 * Sum over everything but the last axis. On WASM a loop of its own: `tf.sum` transposes first, and a
 * product with a row of ones is wrong there, since the backend keeps a packed copy of a second
 * factor by its storage and finds the copy of another shape again.
 * @returns shape [channels]
 */
export function channelSum(x: tf.Tensor): tf.Tensor1D {
  const channels = x.shape.at(-1) ?? 1;
  if (onWasm()) return sumOnWasm([x], [channels], {}) as tf.Tensor1D;
  return tf.tidy(() => tf.sum(tf.reshape(x, [-1, channels]), 0));
}

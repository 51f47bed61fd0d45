import * as tf from '@tensorflow/tfjs-core';
import { onWasm, wasmKernel } from './wasm-kernel.ts';

// Four channels at a time, so that the running sums stay in registers, in double precision.
const sumOnWasm = wasmKernel<object>('PixelproofChannelSum', (output, [input]) => {
  if (input === undefined) return;
  const channels = output.length;
  const size = input.length;
  let channel = 0;
  for (; channel + 3 < channels; channel += 4) {
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let at = channel; at < size; at += channels) {
      a += input[at] as number;
      b += input[at + 1] as number;
      c += input[at + 2] as number;
      d += input[at + 3] as number;
    }
    output[channel] = a;
    output[channel + 1] = b;
    output[channel + 2] = c;
    output[channel + 3] = d;
  }
  for (; channel < channels; channel += 1) {
    let sum = 0;
    for (let at = channel; at < size; at += channels) sum += input[at] as number;
    output[channel] = sum;
  }
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

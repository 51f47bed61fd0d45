import * as tf from '@tensorflow/tfjs-core';
import { z } from 'zod';

const numbers = z.array(z.number());
const pair = z.tuple([z.number(), z.number()]);
const quad = z.tuple([z.number(), z.number(), z.number(), z.number()]);

const goldenSchema = z.object({
  torch: z.string(),
  convolutions: z.array(
    z.object({
      number: z.number(),
      size: pair,
      kernel: pair,
      strides: pair,
      dilations: pair,
      pads: quad,
      channels: z.number(),
      filters: z.number(),
      groups: z.number(),
      depthwise: z.boolean(),
      outputShape: quad,
      y: numbers,
      dx: numbers,
      dw: numbers,
    }),
  ),
  pools: z.array(
    z.object({
      number: z.number(),
      op: z.enum(['maxPool', 'averagePool']),
      size: pair,
      kernel: pair,
      strides: pair,
      pads: quad,
      channels: z.number(),
      outputShape: quad,
      y: numbers,
      dx: numbers,
    }),
  ),
  batchNorms: z.array(
    z.object({
      number: z.number(),
      shape: quad.or(pair),
      epsilon: z.number(),
      y: numbers,
      dx: numbers,
      dgamma: numbers,
      dbeta: numbers,
      runningMean: numbers,
      runningVariance: numbers,
    }),
  ),
});

export type Golden = z.output<typeof goldenSchema>;

/** Checks the text of gradients.json. */
export function parseGolden(text: string): Golden {
  return goldenSchema.parse(JSON.parse(text));
}

/** The generator of make.py: values in (−1, 1) from a linear congruential sequence. */
export function goldenValues(size: number, key: number): Float32Array {
  let word = (Math.imul(key, 2654435761) + 12345) >>> 0;
  return Float32Array.from({ length: size }, () => {
    word = (Math.imul(word, 1664525) + 1013904223) >>> 0;
    return ((word >>> 8) + 0.5) / 2 ** 23 - 1;
  });
}

export function goldenTensor(shape: readonly number[], key: number): tf.Tensor {
  const size = shape.reduce((product, side) => product * side, 1);
  return tf.tensor(goldenValues(size, key), [...shape]);
}

/** Largest |difference| in units of the largest |expected| value; infinite where the lengths differ. */
export function relativeError(actual: ArrayLike<number>, expected: readonly number[]): number {
  if (actual.length !== expected.length) return Infinity;
  const scale = Math.max(1e-12, ...expected.map(Math.abs));
  return (
    Math.max(...expected.map((value, index) => Math.abs(value - (actual[index] ?? NaN)))) / scale
  );
}

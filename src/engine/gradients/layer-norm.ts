import * as tf from '@tensorflow/tfjs-core';
import { affine } from './affine.ts';
import { channelSum } from './channel-sum.ts';

function rowMean(x: tf.Tensor): tf.Tensor {
  return tf.div(tf.sum(x, -1, true), x.shape.at(-1) ?? 1);
}

/** x with mean 0 and variance 1 over the last axis, and the factor 1 / √(variance + ε) that it took. */
function normalised(x: tf.Tensor, epsilon: number): { unit: tf.Tensor; inverse: tf.Tensor } {
  const centred = tf.sub(x, rowMean(x));
  const inverse = tf.rsqrt(tf.add(rowMean(tf.square(centred)), epsilon));
  return { unit: tf.mul(centred, inverse), inverse };
}

/**
 * Normalises the last axis of each cell by its own mean and variance (Ba, Kiros & Hinton 2016).
 * @param gamma [channels], taken as ones where absent
 * @param beta [channels], taken as zeros where absent
 */
export function layerNorm(
  x: tf.Tensor,
  gamma: tf.Tensor | undefined,
  beta: tf.Tensor | undefined,
  epsilon: number,
): tf.Tensor {
  return tf.tidy(() => {
    const { unit } = normalised(x, epsilon);
    if (gamma === undefined) return beta === undefined ? unit : tf.add(unit, beta);
    return affine(unit, gamma, beta);
  });
}

/** With g = dy · γ and x̂ the normalised x: dx = (g − mean(g) − x̂ · mean(g · x̂)) / σ. */
export function layerNormInputGradient(
  dy: tf.Tensor,
  x: tf.Tensor,
  gamma: tf.Tensor | undefined,
  epsilon: number,
): tf.Tensor {
  return tf.tidy(() => {
    const { unit, inverse } = normalised(x, epsilon);
    const g = gamma === undefined ? dy : affine(dy, gamma);
    const along = tf.mul(unit, rowMean(tf.mul(g, unit)));
    return tf.mul(tf.sub(tf.sub(g, rowMean(g)), along), inverse);
  });
}

/** dγ = Σ dy · x̂ */
export function layerNormScaleGradient(dy: tf.Tensor, x: tf.Tensor, epsilon: number): tf.Tensor {
  return tf.tidy(() => channelSum(tf.mul(dy, normalised(x, epsilon).unit)));
}

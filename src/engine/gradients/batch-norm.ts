import * as tf from '@tensorflow/tfjs-core';
import { affine } from './affine.ts';
import { channelSum } from './channel-sum.ts';

export interface BatchNormTrace {
  /** x − batch mean. */
  readonly centred: tf.Tensor;
  /** 1 / √(batch variance + ε), shape [channels]. */
  readonly inverseDeviation: tf.Tensor1D;
}

export interface BatchStatistics {
  /** Shape [channels]. */
  readonly mean: tf.Tensor1D;
  /** Biased: divided by the number of values, as the normalisation itself uses it. */
  readonly variance: tf.Tensor1D;
}

/**
 * Normalises with the statistics of the batch itself (Ioffe & Szegedy 2015, algorithm 1).
 * @param x [..., channels]
 * @param gamma [channels], taken as ones where absent
 * @param beta [channels], taken as zeros where absent
 */
export function trainingBatchNorm<T extends tf.Tensor>(
  x: T,
  gamma: tf.Tensor | undefined,
  beta: tf.Tensor | undefined,
  epsilon: number,
): { y: T; trace: BatchNormTrace; statistics: BatchStatistics } {
  const channels = x.shape.at(-1) ?? 1;
  const count = x.size / channels;
  const mean: tf.Tensor1D = tf.div(channelSum(x), count);
  const centred = affine(x, tf.ones([channels]), tf.neg(mean));
  const variance: tf.Tensor1D = tf.div(channelSum(tf.square(centred)), count);
  const inverseDeviation: tf.Tensor1D = tf.rsqrt(tf.add(variance, epsilon));
  const scale = gamma === undefined ? inverseDeviation : tf.mul(gamma, inverseDeviation);
  return {
    y: affine(centred, scale, beta),
    trace: { centred, inverseDeviation },
    statistics: { mean, variance },
  };
}

/**
 * Gradients of {@link trainingBatchNorm}, in closed form:
 * dx = γ/σ · (dy − mean(dy) − x̂ · mean(dy · x̂)), dγ = Σ dy · x̂, dβ = Σ dy.
 */
export function trainingBatchNormGradient<T extends tf.Tensor>(
  dy: T,
  trace: BatchNormTrace,
  gamma: tf.Tensor | undefined,
  needInput: boolean,
): { dx: T | null; dGamma: tf.Tensor1D; dBeta: tf.Tensor1D } {
  const { centred, inverseDeviation } = trace;
  const dBeta = channelSum(dy);
  const dGamma: tf.Tensor1D = tf.mul(channelSum(tf.mul(dy, centred)), inverseDeviation);
  if (!needInput) return { dx: null, dGamma, dBeta };
  const count = dy.size / dBeta.size;
  const scale = gamma === undefined ? inverseDeviation : tf.mul(gamma, inverseDeviation);
  const share = tf.div(scale, -count);
  const direct = affine(dy, scale, tf.mul(dBeta, share));
  const throughVariance = affine(centred as T, tf.mul(tf.mul(dGamma, inverseDeviation), share));
  return { dx: tf.add(direct, throughVariance), dGamma, dBeta };
}

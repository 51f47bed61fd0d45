import * as tf from '@tensorflow/tfjs-core';
import type { Optimiser, TensorMap } from './optimiser.ts';

export interface StepSize {
  readonly rate: number;
  /** Decoupled decay of kernels, in units of the rate. */
  readonly weightDecay: number;
  /** Longest gradient, over all weights together; Infinity for none. */
  readonly clipNorm: number;
}

/** Factor that shortens all gradients together to `longest` (Pascanu et al. 2013, section 3.2). */
function clipFactor(gradients: TensorMap, longest: number): tf.Scalar {
  const squares = [...gradients.values()].map((gradient) => tf.sum(tf.square(gradient)));
  const norm = tf.sqrt(tf.sum(tf.stack(squares)));
  return tf.minimum(1, tf.div(longest, tf.add(norm, 1e-12)));
}

/** Kernels have two axes or more; biases and normalisations one. */
function isKernel(weight: tf.Tensor): boolean {
  return weight.rank > 1;
}

/**
 * New values of the weights that have a gradient. Weights and gradients stay as they are; the
 * caller owns the answer.
 */
export function applyGradients(
  optimiser: Optimiser,
  weights: TensorMap,
  gradients: TensorMap,
  { rate, weightDecay, clipNorm }: StepSize,
): Map<string, tf.Tensor> {
  const updated = new Map<string, tf.Tensor>();
  optimiser.begin();
  tf.tidy(() => {
    const factor = Number.isFinite(clipNorm) ? clipFactor(gradients, clipNorm) : null;
    for (const [name, gradient] of gradients) {
      const weight = weights.get(name);
      if (weight === undefined) throw new RangeError(`there is no weight "${name}"`);
      const clipped = factor === null ? gradient : tf.mul(gradient, factor);
      const decay = isKernel(weight) ? rate * weightDecay : 0;
      const shrunk = decay === 0 ? weight : tf.mul(weight, 1 - decay);
      updated.set(name, tf.keep(optimiser.update(name, shrunk, clipped, rate)));
    }
  });
  return updated;
}

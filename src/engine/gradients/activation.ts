import * as tf from '@tensorflow/tfjs-core';
import type { Activation } from '../graph/graph.ts';

/** Applies an activation; `linear` gives `x` itself. */
export function activate<T extends tf.Tensor>(x: T, activation: Activation): T {
  if (activation === 'relu') return tf.relu(x);
  return activation === 'relu6' ? tf.relu6(x) : x;
}

/**
 * Carries a gradient back through an activation.
 * @param dy gradient of the activation's output
 * @param y the activation's output, which shows where it was not clipped
 */
export function activationGradient<T extends tf.Tensor>(dy: T, y: T, activation: Activation): T {
  switch (activation) {
    case 'linear':
      return dy;
    case 'relu':
      return tf.tidy(() => tf.mul(dy, tf.step(y)));
    case 'relu6':
      return tf.tidy(() => tf.mul(dy, tf.step(tf.mul(y, tf.sub(6, y)))));
  }
}

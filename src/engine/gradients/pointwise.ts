import * as tf from '@tensorflow/tfjs-core';
import type { ActivationNode } from '../graph/graph.ts';

/** An activation with its parameters; see {@link PointwiseActivation} for what each computes. */
export type Pointwise = Pick<ActivationNode, 'activation' | 'alpha' | 'beta'>;

/** The parameters with their defaults. */
export function pointwiseParameters({ activation, alpha, beta }: Pointwise): {
  readonly alpha: number;
  readonly beta: number;
} {
  switch (activation) {
    case 'hardSigmoid':
      return { alpha: alpha ?? 1 / 6, beta: beta ?? 0.5 };
    case 'leakyRelu':
      return { alpha: alpha ?? 0.01, beta: 0 };
    case 'elu':
      return { alpha: alpha ?? 1, beta: 0 };
    case 'clip':
      return { alpha: alpha ?? -Infinity, beta: beta ?? Infinity };
    default:
      return { alpha: 0, beta: 0 };
  }
}

const ROOT_HALF = Math.SQRT1_2;
const ROOT_2_OVER_PI = Math.sqrt(2 / Math.PI);
const CUBIC = 0.044715;

/** Φ(x), the distribution function of the normal distribution. */
function normalShare(x: tf.Tensor): tf.Tensor {
  return tf.mul(tf.add(tf.erf(tf.mul(x, ROOT_HALF)), 1), 0.5);
}

/** tanh(√(2/π) · (x + 0.044715 · x³)) */
function geluTanhOf(x: tf.Tensor): tf.Tensor {
  const inner = tf.mul(x, tf.add(tf.mul(tf.square(x), CUBIC), 1));
  return tf.tanh(tf.mul(inner, ROOT_2_OVER_PI));
}

function clip(x: tf.Tensor, low: number, high: number): tf.Tensor {
  // Not tf.clipByValue: shaders take no infinite bounds.
  const above = low === -Infinity ? x : tf.maximum(x, low);
  return high === Infinity ? above : tf.minimum(above, high);
}

function valueOf(x: tf.Tensor, pointwise: Pointwise): tf.Tensor {
  const { alpha, beta } = pointwiseParameters(pointwise);
  switch (pointwise.activation) {
    case 'linear':
      return x;
    case 'relu':
      return tf.relu(x);
    case 'relu6':
      return tf.relu6(x);
    case 'sigmoid':
      return tf.sigmoid(x);
    case 'tanh':
      return tf.tanh(x);
    case 'hardSigmoid':
      return clip(tf.add(tf.mul(x, alpha), beta), 0, 1);
    case 'hardSwish':
      return tf.mul(x, clip(tf.add(tf.mul(x, 1 / 6), 0.5), 0, 1));
    case 'silu':
      return tf.mul(x, tf.sigmoid(x));
    case 'gelu':
      return tf.mul(x, normalShare(x));
    case 'geluTanh':
      return tf.mul(tf.mul(x, 0.5), tf.add(geluTanhOf(x), 1));
    case 'softplus':
      return tf.add(tf.relu(x), tf.log(tf.add(tf.exp(tf.neg(tf.abs(x))), 1)));
    case 'leakyRelu':
      return tf.mul(x, tf.step(x, alpha));
    case 'elu':
      return tf.add(tf.relu(x), tf.mul(tf.sub(tf.exp(tf.minimum(x, 0)), 1), alpha));
    case 'clip':
      return clip(x, alpha, beta);
  }
}

function derivativeAt(x: tf.Tensor, pointwise: Pointwise): tf.Tensor {
  const { alpha, beta } = pointwiseParameters(pointwise);
  switch (pointwise.activation) {
    case 'linear':
      return tf.onesLike(x);
    case 'relu':
      return tf.step(x);
    case 'relu6':
      return tf.mul(tf.step(x), tf.step(tf.sub(6, x)));
    case 'sigmoid': {
      const y = tf.sigmoid(x);
      return tf.mul(y, tf.sub(1, y));
    }
    case 'tanh':
      return tf.sub(1, tf.square(tf.tanh(x)));
    case 'hardSigmoid': {
      const line = tf.add(tf.mul(x, alpha), beta);
      return tf.mul(tf.mul(tf.step(line), tf.step(tf.sub(1, line))), alpha);
    }
    case 'hardSwish': {
      const line = tf.add(tf.mul(x, 1 / 6), 0.5);
      const inside = tf.mul(tf.step(line), tf.step(tf.sub(1, line)));
      return tf.add(clip(line, 0, 1), tf.mul(tf.mul(x, 1 / 6), inside));
    }
    case 'silu': {
      const share = tf.sigmoid(x);
      return tf.mul(share, tf.add(tf.mul(x, tf.sub(1, share)), 1));
    }
    case 'gelu': {
      const density = tf.mul(tf.exp(tf.mul(tf.square(x), -0.5)), ROOT_2_OVER_PI / 2);
      return tf.add(normalShare(x), tf.mul(x, density));
    }
    case 'geluTanh': {
      const t = geluTanhOf(x);
      const inner = tf.mul(tf.add(tf.mul(tf.square(x), 3 * CUBIC), 1), ROOT_2_OVER_PI);
      const slope = tf.mul(tf.sub(1, tf.square(t)), tf.mul(x, inner));
      return tf.mul(tf.add(tf.add(t, 1), slope), 0.5);
    }
    case 'softplus':
      return tf.sigmoid(x);
    case 'leakyRelu':
      return tf.step(x, alpha);
    case 'elu':
      return tf.add(tf.mul(tf.step(x), 1 - alpha), tf.mul(tf.exp(tf.minimum(x, 0)), alpha));
    case 'clip':
      return tf.mul(tf.step(tf.sub(x, alpha)), tf.step(tf.sub(beta, x)));
  }
}

/** Applies an activation; the result may be `x` itself where nothing changes. */
export function pointwise<T extends tf.Tensor>(x: T, activation: Pointwise): T {
  return tf.tidy(() => valueOf(x, activation)) as T;
}

/**
 * Carries a gradient back through an activation.
 * @param dy gradient of its output
 * @param x what it was applied to
 */
export function pointwiseGradient(dy: tf.Tensor, x: tf.Tensor, activation: Pointwise): tf.Tensor {
  return tf.tidy(() => tf.mul(dy, derivativeAt(x, activation)));
}

import * as tf from '@tensorflow/tfjs-core';
import type { ActivationNode } from '../graph/graph.ts';
import { pointwiseParameters } from '../graph/pointwise-parameters.ts';
import { GELU, GELU_TANH, selfGated, selfGatedSlope, SILU } from './self-gated.ts';

/** An activation with its parameters. */
type Pointwise = Pick<ActivationNode, 'activation' | 'alpha' | 'beta'>;

/** Probabilities that have become 0 in float32 stay finite. */
const SMALLEST_LOGGED = 1e-30;

const LARGEST_FLOAT = 3.4028234663852886e38;

/** Bounds may be infinite, which shaders do not take. */
function clip(x: tf.Tensor, low: number, high: number): tf.Tensor {
  return tf.clipByValue(x, Math.max(low, -LARGEST_FLOAT), Math.min(high, LARGEST_FLOAT));
}

/** 1 where low < x < high, else 0. */
function inside(x: tf.Tensor, low: number, high: number): tf.Tensor {
  return tf.mul(tf.step(tf.sub(x, low)), tf.step(tf.sub(high, x)));
}

function line(x: tf.Tensor, slope: number, shift: number): tf.Tensor {
  return tf.add(tf.mul(x, slope), shift);
}

/** What is left of an ELU of slope 1 below 0: eˣ − 1, or 0. */
function belowZero(x: tf.Tensor): tf.Tensor {
  return tf.sub(tf.elu(x), tf.relu(x));
}

/** As 2σ(2x) − 1, which takes a tenth of the time of tf.tanh on WASM. */
function tanh(x: tf.Tensor): tf.Tensor {
  return line(tf.sigmoid(tf.mul(x, 2)), 2, -1);
}

function valueOf(x: tf.Tensor, node: Pointwise): tf.Tensor {
  const { alpha, beta } = pointwiseParameters(node);
  switch (node.activation) {
    case 'linear':
      return x;
    case 'relu':
      return tf.relu(x);
    case 'relu6':
      return tf.relu6(x);
    case 'sigmoid':
      return tf.sigmoid(x);
    case 'tanh':
      return tanh(x);
    case 'hardSigmoid':
      return clip(line(x, alpha, beta), 0, 1);
    case 'hardSwish':
      return tf.mul(x, clip(line(x, 1 / 6, 0.5), 0, 1));
    case 'silu':
      return selfGated(x, SILU);
    case 'gelu':
      return selfGated(x, GELU);
    case 'geluTanh':
      return selfGated(x, GELU_TANH);
    case 'softplus':
      return tf.sub(tf.relu(x), tf.log(tf.sigmoid(tf.abs(x))));
    case 'leakyRelu':
      return tf.mul(x, tf.step(x, alpha));
    case 'elu':
      return alpha === 1 ? tf.elu(x) : tf.add(tf.relu(x), tf.mul(belowZero(x), alpha));
    case 'clip':
      return clip(x, alpha, beta);
    case 'log':
      return tf.log(tf.maximum(x, SMALLEST_LOGGED));
  }
}

function slopeAt(x: tf.Tensor, node: Pointwise): tf.Tensor {
  const { alpha, beta } = pointwiseParameters(node);
  switch (node.activation) {
    case 'linear':
      return tf.onesLike(x);
    case 'relu':
      return tf.step(x);
    case 'relu6':
      return inside(x, 0, 6);
    case 'sigmoid': {
      const y = tf.sigmoid(x);
      return tf.mul(y, tf.sub(1, y));
    }
    case 'tanh':
      return tf.sub(1, tf.square(tanh(x)));
    case 'hardSigmoid':
      return tf.mul(inside(line(x, alpha, beta), 0, 1), alpha);
    case 'hardSwish': {
      const gate = line(x, 1 / 6, 0.5);
      return tf.add(clip(gate, 0, 1), tf.mul(tf.mul(x, 1 / 6), inside(gate, 0, 1)));
    }
    case 'silu':
      return selfGatedSlope(x, SILU);
    case 'gelu':
      return selfGatedSlope(x, GELU);
    case 'geluTanh':
      return selfGatedSlope(x, GELU_TANH);
    case 'softplus':
      return tf.sigmoid(x);
    case 'leakyRelu':
      return tf.step(x, alpha);
    case 'elu':
      return tf.add(tf.mul(tf.step(x), 1 - alpha), line(belowZero(x), alpha, alpha));
    case 'clip':
      return inside(x, alpha, beta);
    case 'log':
      return tf.div(tf.step(tf.sub(x, SMALLEST_LOGGED)), tf.maximum(x, SMALLEST_LOGGED));
  }
}

/** Applies an activation; what changes nothing gives `x` itself. */
export function pointwise<T extends tf.Tensor>(x: T, node: Pointwise): T {
  return tf.tidy(() => valueOf(x, node)) as T;
}

/**
 * Carries a gradient back through an activation; at a kink the slope is 0.
 * @param dy gradient of its output
 * @param x what it was applied to
 */
export function pointwiseGradient(dy: tf.Tensor, x: tf.Tensor, node: Pointwise): tf.Tensor {
  return tf.tidy(() => tf.mul(dy, slopeAt(x, node)));
}

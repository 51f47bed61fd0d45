import * as tf from '@tensorflow/tfjs-core';
import { affine } from '../gradients/affine.ts';
import type { BatchNormTrace } from '../gradients/batch-norm.ts';
import { trainingBatchNorm } from '../gradients/batch-norm.ts';
import { groupedConv2d } from '../gradients/conv2d.ts';
import { depthwiseConvolution } from '../gradients/depthwise-convolution.ts';
import { layerNorm } from '../gradients/layer-norm.ts';
import { dropoutMask } from './dropout-mask.ts';
import type { DropoutKey } from './dropout-mask.ts';
import type { BatchNormNode, ConvNode, DenseNode, GraphNode } from './graph.ts';
import { runMerge } from './merge-node.ts';
import { convWindow } from './node-window.ts';
import { runPlain } from './plain-node.ts';

export interface TrainingMode {
  readonly training: true;
  readonly dropout: DropoutKey;
  /**
   * Called for every batch norm with the running statistics after this step, shape [channels]. They
   * are disposed when the step ends: clone, keep or assign what is wanted.
   */
  readonly onBatchStatistics: (
    node: BatchNormNode,
    mean: tf.Tensor1D,
    variance: tf.Tensor1D,
  ) => void;
}

/** In training, batch norm uses the batch's own statistics and dropout drops. */
export type RunMode = { readonly training: false } | TrainingMode;

export const INFERENCE: RunMode = { training: false };

export type Weights = ReadonlyMap<string, tf.Tensor>;

/** A node's value, with what its gradient needs beside the inputs and the output. */
export interface NodeValue {
  readonly output: tf.Tensor;
  readonly batchNorm?: BatchNormTrace;
  readonly mask?: tf.Tensor;
}

export function weightOf(weights: Weights, name: string): tf.Tensor {
  const weight = weights.get(name);
  if (weight === undefined) throw new RangeError(`the graph has no weight "${name}"`);
  return weight;
}

export function optionalWeight(weights: Weights, name: string | undefined): tf.Tensor | undefined {
  return name === undefined ? undefined : weightOf(weights, name);
}

function runConv(node: ConvNode, x: tf.Tensor4D, weights: Weights): tf.Tensor4D {
  const filter = weightOf(weights, node.filter) as tf.Tensor4D;
  const window = convWindow(node, x, filter);
  const epilogue = { bias: optionalWeight(weights, node.bias), activation: node.activation };
  return node.op === 'conv2d'
    ? groupedConv2d(x, filter, window, node.groups, epilogue)
    : depthwiseConvolution(x, filter, window, epilogue);
}

function runDense(node: DenseNode, x: tf.Tensor2D, weights: Weights): tf.Tensor2D {
  const kernel = weightOf(weights, node.kernel) as tf.Tensor2D;
  const bias = optionalWeight(weights, node.bias);
  const options = bias === undefined ? {} : { bias };
  return tf.fused.matMul({
    a: x,
    b: kernel,
    activation: node.activation,
    ...options,
  }) as tf.Tensor2D;
}

/** Scale and shift per channel that a batch norm amounts to outside training. */
export function frozenBatchNorm(
  node: BatchNormNode,
  weights: Weights,
): { scale: tf.Tensor1D; shift: tf.Tensor1D } {
  const gamma = optionalWeight(weights, node.gamma);
  const beta = optionalWeight(weights, node.beta);
  const inverse: tf.Tensor1D = tf.rsqrt(
    tf.add(weightOf(weights, node.variance) as tf.Tensor1D, node.epsilon),
  );
  const scale: tf.Tensor1D = gamma === undefined ? inverse : tf.mul(gamma, inverse);
  const centre: tf.Tensor1D = tf.neg(tf.mul(weightOf(weights, node.mean), scale));
  return { scale, shift: beta === undefined ? centre : tf.add(centre, beta) };
}

function runBatchNorm(
  node: BatchNormNode,
  x: tf.Tensor,
  weights: Weights,
  mode: RunMode,
): NodeValue {
  if (!mode.training) {
    const { scale, shift } = frozenBatchNorm(node, weights);
    return { output: affine(x, scale, shift) };
  }
  const { y, trace, statistics } = trainingBatchNorm(
    x,
    optionalWeight(weights, node.gamma),
    optionalWeight(weights, node.beta),
    node.epsilon,
  );
  const count = x.size / statistics.mean.size;
  const mixed = (name: string, now: tf.Tensor1D): tf.Tensor1D =>
    tf.add(
      tf.mul(weightOf(weights, name) as tf.Tensor1D, node.momentum),
      tf.mul(now, 1 - node.momentum),
    );
  // Bessel's correction: the running variance estimates that of the population.
  const unbiased: tf.Tensor1D = tf.mul(statistics.variance, count / Math.max(1, count - 1));
  mode.onBatchStatistics(node, mixed(node.mean, statistics.mean), mixed(node.variance, unbiased));
  return { output: y, batchNorm: trace };
}

function runDropout(x: tf.Tensor, rate: number, position: number, mode: RunMode): NodeValue {
  if (!mode.training || rate === 0) return { output: tf.clone(x) };
  const mask = dropoutMask(x.shape, rate, mode.dropout, position);
  return { output: tf.mul(x, mask), mask };
}

function runUnary(node: GraphNode, x: tf.Tensor, weights: Weights): tf.Tensor {
  switch (node.op) {
    case 'conv2d':
    case 'depthwiseConv2d':
      return runConv(node, x as tf.Tensor4D, weights);
    case 'dense':
      return runDense(node, x as tf.Tensor2D, weights);
    case 'affine':
      return affine(
        x,
        weightOf(weights, node.scale),
        weightOf(weights, node.shift),
        node.activation,
      );
    case 'layerNorm': {
      const gamma = optionalWeight(weights, node.gamma);
      return layerNorm(x, gamma, optionalWeight(weights, node.beta), node.epsilon);
    }
    default:
      return runPlain(node, x);
  }
}

/**
 * Computes one node; call inside `tf.tidy`.
 * @param position place of the node in the graph, which tells its dropout from others
 */
export function forwardNode(
  node: GraphNode,
  inputs: readonly tf.Tensor[],
  weights: Weights,
  mode: RunMode,
  position: number,
): NodeValue {
  if ('inputs' in node) return { output: runMerge(node, inputs) };
  const [x] = inputs;
  if (x === undefined) throw new RangeError(`node "${node.name}" has no input`);
  if (node.op === 'batchNorm') return runBatchNorm(node, x, weights, mode);
  if (node.op === 'dropout') return runDropout(x, node.rate, position, mode);
  return { output: runUnary(node, x, weights) };
}

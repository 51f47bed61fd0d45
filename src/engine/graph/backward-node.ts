import * as tf from '@tensorflow/tfjs-core';
import { activationGradient } from '../gradients/activation.ts';
import { affine } from '../gradients/affine.ts';
import { trainingBatchNormGradient } from '../gradients/batch-norm.ts';
import { channelSum } from '../gradients/channel-sum.ts';
import { splitChannels } from '../gradients/channels.ts';
import { conv2dFilterGradient, conv2dInputGradient } from '../gradients/conv2d.ts';
import {
  depthwiseConv2dFilterGradient,
  depthwiseConv2dInputGradient,
} from '../gradients/depthwise-conv2d.ts';
import { padOrCrop } from '../gradients/kernels.ts';
import { pointwiseGradient } from '../gradients/pointwise.ts';
import { averagePoolGradient, maxPoolGradient } from '../gradients/pooling.ts';
import type { NodeValue, Weights } from './forward-node.ts';
import { frozenBatchNorm, optionalWeight, weightOf } from './forward-node.ts';
import type { BatchNormNode, ConvNode, DenseNode, GraphNode, MergeNode } from './graph.ts';
import { convWindow, globalWindow, poolWindow } from './node-window.ts';

export interface BackwardCall {
  /** Gradient of the node's output. */
  readonly dy: tf.Tensor;
  readonly inputs: readonly tf.Tensor[];
  readonly value: NodeValue;
  readonly weights: Weights;
  /** Whether the gradients of the inputs are wanted; nothing is computed for those that are not. */
  readonly needInput: boolean;
  readonly needWeight: (name: string) => boolean;
}

export interface NodeGradients {
  /** One for each input, or none where they are not wanted. */
  readonly inputs: readonly tf.Tensor[];
  readonly weights: ReadonlyMap<string, tf.Tensor>;
}

const NO_WEIGHTS: ReadonlyMap<string, tf.Tensor> = new Map();

/** Computes the wanted weight gradients, leaving out the others. */
function wanted(
  call: BackwardCall,
  entries: readonly (readonly [string | undefined, () => tf.Tensor])[],
): ReadonlyMap<string, tf.Tensor> {
  const result = new Map<string, tf.Tensor>();
  for (const [name, compute] of entries) {
    if (name !== undefined && call.needWeight(name)) result.set(name, compute());
  }
  return result;
}

function convGradients(node: ConvNode, x: tf.Tensor4D, call: BackwardCall): NodeGradients {
  const filter = weightOf(call.weights, node.filter) as tf.Tensor4D;
  const window = convWindow(node, x, filter);
  const dz = activationGradient(call.dy, call.value.output, node.activation) as tf.Tensor4D;
  const depthwise = node.op === 'depthwiseConv2d';
  const dx = (): tf.Tensor4D =>
    depthwise
      ? depthwiseConv2dInputGradient(dz, filter, x.shape, window)
      : conv2dInputGradient(dz, filter, x.shape, window, node.groups);
  const dFilter = (): tf.Tensor4D =>
    depthwise
      ? depthwiseConv2dFilterGradient(x, dz, filter.shape[3], window)
      : conv2dFilterGradient(x, dz, window, node.groups);
  return {
    weights: wanted(call, [
      [node.filter, dFilter],
      [node.bias, () => channelSum(dz)],
    ]),
    inputs: call.needInput ? [dx()] : [],
  };
}

function denseGradients(node: DenseNode, x: tf.Tensor2D, call: BackwardCall): NodeGradients {
  const kernel = weightOf(call.weights, node.kernel) as tf.Tensor2D;
  const dz = activationGradient(call.dy, call.value.output, node.activation) as tf.Tensor2D;
  return {
    weights: wanted(call, [
      [node.kernel, () => tf.matMul(tf.transpose(x), dz)],
      [node.bias, () => channelSum(dz)],
    ]),
    inputs: call.needInput ? [tf.matMul(dz, tf.transpose(kernel))] : [],
  };
}

function batchNormGradients(node: BatchNormNode, x: tf.Tensor, call: BackwardCall): NodeGradients {
  const { dy, value, weights } = call;
  if (value.batchNorm !== undefined) {
    const gamma = optionalWeight(weights, node.gamma);
    const { dx, dGamma, dBeta } = trainingBatchNormGradient(
      dy,
      value.batchNorm,
      gamma,
      call.needInput,
    );
    return {
      weights: wanted(call, [
        [node.gamma, () => dGamma],
        [node.beta, () => dBeta],
      ]),
      inputs: dx === null ? [] : [dx],
    };
  }
  const dGamma = (): tf.Tensor => {
    const inverse = tf.rsqrt(tf.add(weightOf(weights, node.variance), node.epsilon));
    const centre = tf.neg(tf.mul(weightOf(weights, node.mean), inverse));
    return channelSum(tf.mul(dy, affine(x, inverse, centre)));
  };
  return {
    weights: wanted(call, [
      [node.gamma, dGamma],
      [node.beta, () => channelSum(dy)],
    ]),
    inputs: call.needInput ? [affine(dy, frozenBatchNorm(node, weights).scale)] : [],
  };
}

function mergeGradients(node: MergeNode, call: BackwardCall): NodeGradients {
  if (!call.needInput) return { inputs: [], weights: NO_WEIGHTS };
  const dz = activationGradient(call.dy, call.value.output, node.activation);
  if (node.op === 'add') return { inputs: call.inputs.map(() => dz), weights: NO_WEIGHTS };
  const widths = call.inputs.map((input) => input.shape.at(-1) ?? 1);
  return { inputs: splitChannels(dz, widths), weights: NO_WEIGHTS };
}

function softmaxGradient(dy: tf.Tensor, y: tf.Tensor): tf.Tensor {
  return tf.mul(y, tf.sub(dy, tf.sum(tf.mul(dy, y), -1, true)));
}

/** Gradient of a node without weights and with one input. */
function plainInputGradient(node: GraphNode, x: tf.Tensor, call: BackwardCall): tf.Tensor {
  const { dy, value } = call;
  const image = x as tf.Tensor4D;
  const perImage = (): tf.Tensor4D => tf.reshape(dy, [-1, 1, 1, image.shape[3]]);
  switch (node.op) {
    case 'activation':
      return pointwiseGradient(dy, x, node);
    case 'maxPool':
      return maxPoolGradient(
        dy as tf.Tensor4D,
        image,
        value.output as tf.Tensor4D,
        poolWindow(node, image),
      );
    case 'averagePool':
      return averagePoolGradient(dy as tf.Tensor4D, image.shape, poolWindow(node, image));
    case 'globalAveragePool': {
      const cells = image.shape[1] * image.shape[2];
      const share = tf.reshape(tf.div(dy, cells), [-1, 1, image.shape[3]]);
      // A broadcast product: on WASM many times as fast as tiling.
      const spread = tf.mul(tf.ones([image.shape[0], cells, image.shape[3]]), share);
      return tf.reshape(spread, image.shape);
    }
    case 'globalMaxPool': {
      const y: tf.Tensor4D = tf.reshape(value.output, [-1, 1, 1, image.shape[3]]);
      return maxPoolGradient(perImage(), image, y, globalWindow(image));
    }
    case 'flatten':
      return tf.reshape(dy, x.shape);
    case 'softmax':
      return softmaxGradient(dy, value.output);
    case 'zeroPad': {
      const [top, bottom, left, right] = node.padding;
      return padOrCrop(dy as tf.Tensor4D, [-top, -bottom, -left, -right]);
    }
    case 'dropout':
      return value.mask === undefined ? dy : tf.mul(dy, value.mask);
    default:
      throw new RangeError(`node "${node.name}" has no gradient of this kind`);
  }
}

/** Carries the gradient of one node's output back to its inputs and weights; call inside `tf.tidy`. */
export function backwardNode(node: GraphNode, call: BackwardCall): NodeGradients {
  if (node.op === 'add' || node.op === 'concat') return mergeGradients(node, call);
  const [x] = call.inputs;
  if (x === undefined) throw new RangeError(`node "${node.name}" has no input`);
  switch (node.op) {
    case 'conv2d':
    case 'depthwiseConv2d':
      return convGradients(node, x as tf.Tensor4D, call);
    case 'dense':
      return denseGradients(node, x as tf.Tensor2D, call);
    case 'batchNorm':
      return batchNormGradients(node, x, call);
    case 'affine': {
      const dz = activationGradient(call.dy, call.value.output, node.activation);
      return {
        weights: wanted(call, [
          [node.scale, () => channelSum(tf.mul(dz, x))],
          [node.shift, () => channelSum(dz)],
        ]),
        inputs: call.needInput ? [affine(dz, weightOf(call.weights, node.scale))] : [],
      };
    }
    default:
      return {
        weights: NO_WEIGHTS,
        inputs: call.needInput ? [plainInputGradient(node, x, call)] : [],
      };
  }
}

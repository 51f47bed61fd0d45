import * as tf from '@tensorflow/tfjs-core';
import { activationGradient } from '../gradients/activation.ts';
import { affine } from '../gradients/affine.ts';
import { trainingBatchNormGradient } from '../gradients/batch-norm.ts';
import { channelSum } from '../gradients/channel-sum.ts';
import { conv2dFilterGradient, conv2dInputGradient } from '../gradients/conv2d.ts';
import {
  depthwiseConv2dFilterGradient,
  depthwiseConv2dInputGradient,
} from '../gradients/depthwise-conv2d.ts';
import { layerNormInputGradient, layerNormScaleGradient } from '../gradients/layer-norm.ts';
import type { NodeValue, Weights } from './forward-node.ts';
import { frozenBatchNorm, optionalWeight, weightOf } from './forward-node.ts';
import type { BatchNormNode, ConvNode, DenseNode, GraphNode, LayerNormNode } from './graph.ts';
import { mergeGradients } from './merge-node.ts';
import { convWindow } from './node-window.ts';
import { plainInputGradient } from './plain-node-gradient.ts';

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

function layerNormGradients(node: LayerNormNode, x: tf.Tensor, call: BackwardCall): NodeGradients {
  const { dy, weights } = call;
  const dx = (): tf.Tensor =>
    layerNormInputGradient(dy, x, optionalWeight(weights, node.gamma), node.epsilon);
  return {
    weights: wanted(call, [
      [node.gamma, () => layerNormScaleGradient(dy, x, node.epsilon)],
      [node.beta, () => channelSum(dy)],
    ]),
    inputs: call.needInput ? [dx()] : [],
  };
}

/** Carries the gradient of one node's output back to its inputs and weights; call inside `tf.tidy`. */
export function backwardNode(node: GraphNode, call: BackwardCall): NodeGradients {
  if ('inputs' in node) {
    const { inputs, value, dy, needInput } = call;
    const gradients = needInput ? mergeGradients(node, inputs, value.output, dy) : [];
    return { inputs: gradients, weights: NO_WEIGHTS };
  }
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
    case 'layerNorm':
      return layerNormGradients(node, x, call);
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
        inputs: call.needInput ? [plainInputGradient(node, x, call.value, call.dy)] : [],
      };
  }
}

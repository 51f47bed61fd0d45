import * as tf from '@tensorflow/tfjs-core';
import { activate, activationGradient } from '../gradients/activation.ts';
import { aligned, sumTo } from '../gradients/broadcast.ts';
import { joinChannels, splitChannels } from '../gradients/channels.ts';
import type { MergeNode } from './graph.ts';

type Step = (a: tf.Tensor, b: tf.Tensor) => tf.Tensor;

function joined(inputs: readonly tf.Tensor[], step: Step): tf.Tensor {
  const [first, ...rest] = aligned(inputs);
  if (first === undefined) throw new RangeError('there is nothing to join');
  return rest.length === 0 ? tf.clone(first) : rest.reduce(step, first);
}

/** The value of a node with several inputs. */
export function runMerge(node: MergeNode, inputs: readonly tf.Tensor[]): tf.Tensor {
  switch (node.op) {
    case 'concat':
      return activate(joinChannels(inputs), node.activation);
    case 'add':
      return activate(
        joined(inputs, (a, b) => tf.add(a, b)),
        node.activation,
      );
    case 'multiply':
      return activate(
        joined(inputs, (a, b) => tf.mul(a, b)),
        node.activation,
      );
  }
}

/**
 * Gradients of the inputs of {@link runMerge}, in their order.
 * @param dy gradient of the output y
 */
export function mergeGradients(
  node: MergeNode,
  inputs: readonly tf.Tensor[],
  y: tf.Tensor,
  dy: tf.Tensor,
): tf.Tensor[] {
  const dz = activationGradient(dy, y, node.activation);
  switch (node.op) {
    case 'concat':
      return splitChannels(
        dz,
        inputs.map((input) => input.shape.at(-1) ?? 1),
      );
    case 'add':
      return inputs.map((input) => sumTo(dz, input.shape));
    case 'multiply': {
      const factors = aligned(inputs);
      return inputs.map((input, index) => {
        const others = factors.filter((_, other) => other !== index);
        const product = others.reduce((left, right) => tf.mul(left, right), dz);
        return sumTo(product, input.shape);
      });
    }
  }
}

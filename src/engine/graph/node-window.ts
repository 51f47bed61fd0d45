import type * as tf from '@tensorflow/tfjs-core';
import type { Pads, Window } from '../gradients/window.ts';
import { resolvePads } from '../gradients/window.ts';
import type { ConvNode, PoolNode } from './graph.ts';

/** Window of a convolution over images of a given size, with the padding in numbers. */
export function convWindow(node: ConvNode, x: tf.Tensor4D, filter: tf.Tensor4D): Window {
  const { strides, dilations } = node;
  const kernel = [filter.shape[0], filter.shape[1]] as const;
  const pads = resolvePads(node.padding, [x.shape[1], x.shape[2]], kernel, strides, dilations);
  return { kernel, strides, dilations, pads };
}

/** Window of a pooling node over images of a given size. */
export function poolWindow(node: PoolNode, x: tf.Tensor4D): Window {
  const { size: kernel, strides } = node;
  const size = [x.shape[1], x.shape[2]] as const;
  const pads: Pads = resolvePads(node.padding, size, kernel, strides, [1, 1]);
  return { kernel, strides, dilations: [1, 1], pads };
}

/** The window that covers the whole image, for global pooling. */
export function globalWindow(x: tf.Tensor4D): Window {
  return {
    kernel: [x.shape[1], x.shape[2]],
    strides: [1, 1],
    dilations: [1, 1],
    pads: [0, 0, 0, 0],
  };
}

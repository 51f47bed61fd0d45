import * as tf from '@tensorflow/tfjs-core';
import { padOrCrop } from '../gradients/kernels.ts';
import { localResponseNormGradient } from '../gradients/local-response-norm.ts';
import { pointwiseGradient } from '../gradients/pointwise.ts';
import {
  averagePoolGradient,
  countedAveragePoolGradient,
  maxPoolGradient,
} from '../gradients/pooling.ts';
import { shuffleChannels, unflattenChannelsFirst } from '../gradients/rearrange.ts';
import type { NodeValue } from './forward-node.ts';
import type { AveragePoolNode, GlobalPoolNode, GraphNode } from './graph.ts';
import { globalWindow, poolWindow } from './node-window.ts';

function globalPoolGradient(
  node: GlobalPoolNode,
  x: tf.Tensor4D,
  y: tf.Tensor,
  dy: tf.Tensor,
): tf.Tensor {
  const [batch, height, width, channels] = x.shape;
  if (node.op === 'globalMaxPool') {
    const cell = (value: tf.Tensor): tf.Tensor4D => tf.reshape(value, [-1, 1, 1, channels]);
    return maxPoolGradient(cell(dy), x, cell(y), globalWindow(x));
  }
  const cells = height * width;
  const share = tf.reshape(tf.div(dy, cells), [-1, 1, channels]);
  // A broadcast product: on WASM many times as fast as tiling.
  const spread = tf.mul(tf.ones([batch, cells, channels]), share);
  return tf.reshape(spread, x.shape);
}

function averageGradient(node: AveragePoolNode, x: tf.Tensor4D, dy: tf.Tensor4D): tf.Tensor {
  const window = poolWindow(node, x);
  return node.countPadding === true
    ? countedAveragePoolGradient(dy, x.shape, window, node.uncounted)
    : averagePoolGradient(dy, x.shape, window);
}

function softmaxGradient(dy: tf.Tensor, y: tf.Tensor): tf.Tensor {
  return tf.mul(y, tf.sub(dy, tf.sum(tf.mul(dy, y), -1, true)));
}

/**
 * Gradient of the input of a node without weights.
 * @param dy gradient of its output
 */
export function plainInputGradient(
  node: GraphNode,
  x: tf.Tensor,
  { output, mask }: NodeValue,
  dy: tf.Tensor,
): tf.Tensor {
  const image = x as tf.Tensor4D;
  const dImage = dy as tf.Tensor4D;
  switch (node.op) {
    case 'activation':
      return node.activation === 'linear' ? dy : pointwiseGradient(dy, x, node);
    case 'maxPool':
      return maxPoolGradient(dImage, image, output as tf.Tensor4D, poolWindow(node, image));
    case 'averagePool':
      return averageGradient(node, image, dImage);
    case 'globalAveragePool':
    case 'globalMaxPool':
      return globalPoolGradient(node, image, output, dy);
    case 'flatten':
      return tf.reshape(dy, x.shape);
    case 'transposeFlatten':
      return unflattenChannelsFirst(dy, image.shape);
    case 'softmax':
      return softmaxGradient(dy, output);
    case 'logSoftmax':
      return tf.sub(dy, tf.mul(tf.softmax(x), tf.sum(dy, -1, true)));
    case 'zeroPad': {
      const [top, bottom, left, right] = node.padding;
      return padOrCrop(dImage, [-top, -bottom, -left, -right]);
    }
    case 'dropout':
      return mask === undefined ? dy : tf.mul(dy, mask);
    case 'channelShuffle':
      return shuffleChannels(dy, (x.shape.at(-1) ?? 1) / node.groups);
    case 'lrn':
      return localResponseNormGradient(dImage, image, output as tf.Tensor4D, node);
    default:
      throw new RangeError(`node "${node.name}" has no gradient of this kind`);
  }
}

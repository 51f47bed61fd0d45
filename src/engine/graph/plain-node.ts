import * as tf from '@tensorflow/tfjs-core';
import { takeChannels } from '../gradients/channels.ts';
import { padOrCrop } from '../gradients/kernels.ts';
import { localResponseNorm } from '../gradients/local-response-norm.ts';
import { pointwise } from '../gradients/pointwise.ts';
import { averagePool, countedAveragePool, maxPool } from '../gradients/pooling.ts';
import { flattenChannelsFirst, shuffleChannels } from '../gradients/rearrange.ts';
import type { GlobalPoolNode, GraphNode } from './graph.ts';
import { globalWindow, poolWindow } from './node-window.ts';

function runGlobalPool(node: GlobalPoolNode, x: tf.Tensor4D): tf.Tensor {
  const pool = node.op === 'globalAveragePool' ? averagePool : maxPool;
  const cell = pool(x, globalWindow(x));
  return node.keepDims === true ? cell : tf.reshape(cell, [-1, x.shape[3]]);
}

/** The value of a node with one input and without weights. */
export function runPlain(node: GraphNode, x: tf.Tensor): tf.Tensor {
  const image = x as tf.Tensor4D;
  switch (node.op) {
    case 'activation':
      return node.activation === 'linear' ? tf.clone(x) : pointwise(x, node);
    case 'maxPool':
      return maxPool(image, poolWindow(node, image));
    case 'averagePool':
      return node.countPadding === true
        ? countedAveragePool(image, poolWindow(node, image), node.uncounted)
        : averagePool(image, poolWindow(node, image));
    case 'globalAveragePool':
    case 'globalMaxPool':
      return runGlobalPool(node, image);
    case 'flatten':
      return tf.reshape(x, [x.shape[0] ?? 1, -1]);
    case 'transposeFlatten':
      return flattenChannelsFirst(image);
    case 'softmax':
      return tf.softmax(x);
    case 'logSoftmax':
      return tf.logSoftmax(x);
    case 'zeroPad':
      return padOrCrop(image, node.padding);
    case 'channelShuffle':
      return shuffleChannels(x, node.groups);
    case 'sliceChannels':
      return takeChannels(x, node.start, node.size);
    case 'lrn':
      return localResponseNorm(image, node);
    default:
      throw new RangeError(`node "${node.name}" has no single input`);
  }
}

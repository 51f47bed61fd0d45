import * as tf from '@tensorflow/tfjs-core';
import {
  conv2dFilterGradient,
  conv2dInputGradient,
  groupedConv2d,
} from '../../src/engine/gradients/conv2d.ts';
import {
  depthwiseConv2dFilterGradient,
  depthwiseConv2dInputGradient,
} from '../../src/engine/gradients/depthwise-conv2d.ts';
import { depthwiseConvolution } from '../../src/engine/gradients/depthwise-convolution.ts';
import {
  averagePool,
  averagePoolGradient,
  maxPool,
  maxPoolGradient,
} from '../../src/engine/gradients/pooling.ts';
import type { Golden } from './golden-gradients.ts';
import { goldenTensor } from './golden-gradients.ts';

export type ConvCase = Golden['convolutions'][number];
export type PoolCase = Golden['pools'][number];

export interface ConvResult {
  readonly y: tf.Tensor4D;
  readonly dx: tf.Tensor4D;
  readonly dw: tf.Tensor4D;
}

/** Runs one case of gradients.json on the current backend; leaves three tensors and its inputs. */
export function runConvCase(c: ConvCase): ConvResult {
  const multiplier = c.filters / c.channels;
  const filterShape = c.depthwise
    ? [...c.kernel, c.channels, multiplier]
    : [...c.kernel, c.channels / c.groups, c.filters];
  const x = goldenTensor([2, ...c.size, c.channels], 3 * c.number) as tf.Tensor4D;
  const filter = goldenTensor(filterShape, 3 * c.number + 1) as tf.Tensor4D;
  const dy = goldenTensor(c.outputShape, 3 * c.number + 2) as tf.Tensor4D;
  if (c.depthwise) {
    return {
      y: depthwiseConvolution(x, filter, c),
      dx: depthwiseConv2dInputGradient(dy, filter, x.shape, c),
      dw: depthwiseConv2dFilterGradient(x, dy, multiplier, c),
    };
  }
  return {
    y: groupedConv2d(x, filter, c, c.groups, { activation: 'linear' }),
    dx: conv2dInputGradient(dy, filter, x.shape, c, c.groups),
    dw: conv2dFilterGradient(x, dy, c, c.groups),
  };
}

export function runPoolCase(c: PoolCase): { readonly y: tf.Tensor4D; readonly dx: tf.Tensor4D } {
  const { kernel, strides, pads } = c;
  const window = { kernel, strides, dilations: [1, 1], pads } as const;
  const x = goldenTensor([2, ...c.size, c.channels], 3 * c.number) as tf.Tensor4D;
  const dy = goldenTensor(c.outputShape, 3 * c.number + 2) as tf.Tensor4D;
  if (c.op === 'averagePool') {
    return { y: averagePool(x, window), dx: averagePoolGradient(dy, x.shape, window) };
  }
  const y = maxPool(x, window);
  return { y, dx: maxPoolGradient(dy, x, y, window) };
}

export function convTitle(c: ConvCase): string {
  const kind = c.depthwise ? `depthwise ×${c.filters / c.channels}` : `${c.groups} group(s)`;
  return `${c.kernel.join('×')} over ${c.size.join('×')}, stride ${c.strides.join(',')}, dilation ${c.dilations.join(',')}, pads ${c.pads.join(',')}, ${kind}`;
}

export function poolTitle(c: PoolCase): string {
  return `${c.op} ${c.kernel.join('×')}, stride ${c.strides.join(',')}, pads ${c.pads.join(',')}`;
}

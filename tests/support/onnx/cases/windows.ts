import { int64s } from '../encode.ts';
import type { OperatorCase } from './case.ts';
import { node, scalar, seeded } from './case.ts';

const uneven = { w: seeded([4, 3, 3, 2], 10) };
const square = { w: seeded([4, 3, 3, 3], 12) };

export const windowCases: readonly OperatorCase[] = [
  {
    title: 'strides, dilations and a bias',
    golden: 'convolution',
    opset: 7,
    nodes: [
      node('Conv', 'x w b', 'z', {
        kernel_shape: [3, 2],
        strides: [2, 1],
        dilations: [1, 2],
        pads: [1, 2, 1, 2],
        group: 1,
      }),
    ],
    weights: { ...uneven, b: seeded([4], 11) },
  },
  {
    title: 'pads that differ from side to side',
    golden: 'convolution-uneven',
    opset: 11,
    nodes: [node('Conv', 'x w', 'z', { pads: [0, 1, 2, 0] })],
    weights: uneven,
  },
  {
    title: 'an odd zero at the end',
    golden: 'convolution-same-upper',
    opset: 11,
    nodes: [node('Conv', 'x w', 'z', { auto_pad: 'SAME_UPPER', strides: [2, 2] })],
    weights: square,
  },
  {
    title: 'an odd zero at the start',
    golden: 'convolution-same-lower',
    opset: 11,
    nodes: [node('Conv', 'x w', 'z', { auto_pad: 'SAME_LOWER', strides: [2, 2] })],
    weights: square,
  },
  {
    title: 'groups',
    golden: 'convolution-groups',
    opset: 11,
    widened: true,
    nodes: [node('Conv', 'wide w', 'z', { auto_pad: 'VALID', group: 3 })],
    weights: { w: seeded([6, 4, 3, 3], 13) },
  },
  {
    title: 'two filters for each channel alone',
    golden: 'convolution-depthwise',
    opset: 20,
    nodes: [node('Conv', 'x w b', 'z', { pads: [1, 1, 1, 1], group: 3 })],
    weights: { w: seeded([6, 1, 3, 3], 14), b: seeded([6], 15) },
  },
  {
    title: 'pads',
    golden: 'max-pool',
    opset: 8,
    nodes: [
      node('MaxPool', 'x', 'z', { kernel_shape: [2, 3], strides: [2, 2], pads: [1, 1, 1, 1] }),
    ],
  },
  {
    title: 'a size that is rounded up',
    golden: 'max-pool-ceil',
    opset: 10,
    nodes: [
      node('MaxPool', 'x', 'z places', { kernel_shape: [3, 3], strides: [2, 2], ceil_mode: 1 }),
    ],
  },
  {
    title: 'pads that do not count',
    golden: 'average-pool',
    opset: 7,
    nodes: [
      node('AveragePool', 'x', 'z', { kernel_shape: [3, 3], strides: [2, 2], pads: [1, 1, 1, 1] }),
    ],
  },
  {
    title: 'pads that count',
    golden: 'average-pool-counting',
    opset: 7,
    nodes: [
      node('AveragePool', 'x', 'z', {
        kernel_shape: [3, 3],
        strides: [2, 2],
        pads: [1, 1, 1, 1],
        count_include_pad: 1,
      }),
    ],
  },
  {
    title: 'a size that is rounded up',
    golden: 'average-pool-ceil',
    opset: 10,
    nodes: [node('AveragePool', 'x', 'z', { kernel_shape: [2, 2], strides: [2, 2], ceil_mode: 1 })],
  },
  {
    title: 'a size that is rounded up, beyond pads that count',
    golden: 'average-pool-ceil-counting',
    opset: 19,
    nodes: [
      node('AveragePool', 'x', 'z', {
        kernel_shape: [3, 2],
        strides: [2, 3],
        pads: [1, 1, 1, 1],
        ceil_mode: 1,
        count_include_pad: 1,
      }),
    ],
  },
  { title: 'all places', golden: 'mean', opset: 7, nodes: [node('GlobalAveragePool', 'x', 'z')] },
  {
    title: 'axes as an attribute',
    golden: 'mean',
    opset: 13,
    nodes: [node('ReduceMean', 'x', 'z', { axes: [-2, -1], keepdims: 0 })],
  },
  {
    title: 'axes as an input',
    golden: 'mean',
    opset: 18,
    nodes: [node('ReduceMean', 'x axes', 'z', { keepdims: 1 })],
    weights: { axes: int64s(2, 3) },
  },
  {
    title: 'a mean over tokens',
    golden: 'mean',
    opset: 18,
    nodes: [
      node('Reshape', 'x sizes', 'tokens'),
      node('Transpose', 'tokens', 'turned', { perm: [0, 2, 1] }),
      node('ReduceMean', 'turned axes', 'z', { keepdims: 0 }),
    ],
    weights: { sizes: int64s(0, 3, -1), axes: int64s(1) },
  },
  { title: 'all places', golden: 'maximum', opset: 7, nodes: [node('GlobalMaxPool', 'x', 'z')] },
  {
    title: 'axes as an attribute',
    golden: 'maximum',
    opset: 12,
    nodes: [node('ReduceMax', 'x', 'z', { axes: [2, 3] })],
  },
  {
    title: 'pads for all axes',
    golden: 'pad',
    opset: 7,
    nodes: [node('Pad', 'x', 'z', { pads: [0, 0, 0, 1, 0, 0, 3, 2], mode: 'constant' })],
  },
  {
    title: 'pads as an input',
    golden: 'pad',
    opset: 11,
    nodes: [node('Pad', 'x pads zero', 'z')],
    weights: { pads: int64s(0, 0, 0, 1, 0, 0, 3, 2), zero: scalar(0) },
  },
  {
    title: 'pads for named axes',
    golden: 'pad',
    opset: 18,
    nodes: [node('Pad', 'x pads - axes', 'z')],
    weights: { pads: int64s(1, 0, 2, 3), axes: int64s(-1, 2) },
  },
];

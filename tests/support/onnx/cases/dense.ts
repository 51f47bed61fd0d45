import { int64s } from '../encode.ts';
import type { OperatorCase } from './case.ts';
import { node, scalar, seeded } from './case.ts';

const kernel = seeded([60, 4], 30);
const bias = seeded([4], 31);

/** The kernel with its axes swapped. */
const turned = {
  shape: [4, 60],
  values: Array.from(
    { length: 240 },
    (_, at) => kernel.values[(at % 60) * 4 + Math.floor(at / 60)] ?? NaN,
  ),
};

const normWeights = { gamma: seeded([3], 24), beta: seeded([3], 25) };
const normNumbers = { two: scalar(2), epsilon: scalar(1e-4) };
const overChannels = { axes: [1], keepdims: 1 };
const writtenNorm = [
  node('ReduceMean', 'x', 'mean', overChannels),
  node('Sub', 'x mean', 'centred'),
  node('Pow', 'centred two', 'squares'),
  node('ReduceMean', 'squares', 'variance', overChannels),
  node('Add', 'variance epsilon', 'raised'),
  node('Sqrt', 'raised', 'deviation'),
  node('Div', 'centred deviation', 'normal'),
];

export const denseCases: readonly OperatorCase[] = [
  {
    title: 'a matrix and a vector',
    golden: 'dense',
    opset: 7,
    nodes: [node('Flatten', 'x', 'flat'), node('Gemm', 'flat w b', 'z')],
    weights: { w: kernel, b: bias },
  },
  {
    title: 'a matrix that is turned',
    golden: 'dense',
    opset: 13,
    nodes: [
      node('Flatten', 'x', 'flat', { axis: 1 }),
      node('Gemm', 'flat w b', 'z', { transB: 1, alpha: { float: 1 }, beta: { float: 1 } }),
    ],
    weights: { w: turned, b: bias },
  },
  {
    title: 'factors before both',
    golden: 'dense-scaled',
    opset: 11,
    nodes: [
      node('Flatten', 'x', 'flat'),
      node('Gemm', 'flat w b', 'z', { alpha: { float: 0.5 }, beta: { float: 2 } }),
    ],
    weights: { w: kernel, b: { ...bias, shape: [1, 4] } },
  },
  {
    title: 'a product and a sum, after a reshape',
    golden: 'dense',
    opset: 18,
    nodes: [
      node('Reshape', 'x sizes', 'flat'),
      node('MatMul', 'flat w', 'product'),
      node('Add', 'b product', 'z'),
    ],
    weights: { w: kernel, b: bias, sizes: int64s(0, -1) },
  },
  {
    title: 'through an activation that keeps the order',
    golden: 'dense',
    opset: 13,
    nodes: [
      node('Flatten', 'x', 'flat'),
      node('Clip', 'flat low', 'held'),
      node('Transpose', 'turned', 'w', { perm: [1, 0] }),
      node('MatMul', 'held w', 'product'),
      node('Add', 'product b', 'z'),
    ],
    weights: { turned, b: bias, low: scalar(-100) },
  },
  {
    title: 'every place on its own',
    golden: 'pointwise',
    opset: 13,
    nodes: [
      node('Transpose', 'x', 'last', { perm: [0, 2, 3, 1] }),
      node('MatMul', 'last w', 'product'),
      node('Add', 'b product', 'sum'),
      node('Transpose', 'sum', 'z', { perm: [0, 3, 1, 2] }),
    ],
    weights: { w: seeded([3, 4], 32), b: seeded([4], 33) },
  },
  {
    title: 'of all classes',
    golden: 'softmax',
    opset: 9,
    nodes: [
      node('Flatten', 'x', 'flat'),
      node('MatMul', 'flat w', 'logits'),
      node('Softmax', 'logits', 'z'),
    ],
    weights: { w: kernel },
  },
  {
    title: 'of the last axis',
    golden: 'log-softmax',
    opset: 13,
    nodes: [
      node('Flatten', 'x', 'flat'),
      node('MatMul', 'flat w', 'logits'),
      node('LogSoftmax', 'logits', 'z'),
    ],
    weights: { w: kernel },
  },
  {
    title: 'with the attributes of long ago',
    golden: 'batch-norm',
    opset: 7,
    nodes: [
      node('BatchNormalization', 'x scale shift mean variance', 'z', {
        epsilon: { float: 1e-3 },
        momentum: { float: 0.9 },
        spatial: 1,
      }),
    ],
    weights: {
      mean: seeded([3], 20),
      variance: seeded([3], 21, (value) => value + 1.5),
      scale: seeded([3], 22),
      shift: seeded([3], 23),
    },
  },
  {
    title: 'over nearby channels',
    golden: 'lrn',
    opset: 13,
    widened: true,
    nodes: [
      node('LRN', 'wide', 'z', {
        size: 5,
        alpha: { float: 0.2 },
        beta: { float: 0.75 },
        bias: { float: 1.5 },
      }),
    ],
  },
  {
    title: 'as an operator, channels last',
    golden: 'layer-norm',
    opset: 17,
    nodes: [
      node('Transpose', 'x', 'last', { perm: [0, 2, 3, 1] }),
      node('LayerNormalization', 'last gamma beta', 'normal', { epsilon: { float: 1e-4 } }),
      node('Transpose', 'normal', 'z', { perm: [0, 3, 1, 2] }),
    ],
    weights: normWeights,
  },
  {
    title: 'written out, channels first',
    golden: 'layer-norm',
    opset: 13,
    nodes: [...writtenNorm, node('Mul', 'gamma normal', 'scaled'), node('Add', 'scaled beta', 'z')],
    weights: {
      ...normNumbers,
      gamma: { ...normWeights.gamma, shape: [3, 1, 1] },
      beta: { ...normWeights.beta, shape: [3, 1, 1] },
    },
  },
  {
    title: 'written out, without factors',
    golden: 'layer-norm-plain',
    opset: 13,
    nodes: [...writtenNorm, node('Identity', 'normal', 'z')],
    weights: normNumbers,
  },
];

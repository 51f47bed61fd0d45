import type { OperatorCase } from './case.ts';
import { floats, node, scalar, seeded } from './case.ts';

function plain(op: string, golden: string, opset: number): OperatorCase {
  return { title: 'of its own', golden, opset, nodes: [node(op, 'x', 'z')] };
}

const triple = { three: scalar(3) };

export const pointwiseCases: readonly OperatorCase[] = [
  plain('Relu', 'relu', 7),
  plain('Sigmoid', 'sigmoid', 7),
  plain('Tanh', 'tanh', 7),
  plain('Softplus', 'softplus', 7),
  plain('Neg', 'negative', 13),
  plain('Gelu', 'gelu', 20),
  {
    title: 'as an operator',
    golden: 'gelu-tanh',
    opset: 20,
    nodes: [node('Gelu', 'x', 'z', { approximate: 'tanh' })],
  },
  {
    title: 'written out, the half last',
    golden: 'gelu',
    opset: 9,
    nodes: [
      node('Div', 'x root', 'scaled'),
      node('Erf', 'scaled', 'erf'),
      node('Add', 'erf one', 'sum'),
      node('Mul', 'x sum', 'product'),
      node('Mul', 'product half', 'z'),
    ],
    weights: { root: scalar(Math.SQRT2), one: scalar(1), half: scalar(0.5) },
  },
  {
    title: 'written out, the half first',
    golden: 'gelu',
    opset: 13,
    nodes: [
      node('Mul', 'root x', 'scaled'),
      node('Erf', 'scaled', 'erf'),
      node('Add', 'one erf', 'sum'),
      node('Mul', 'half x', 'product'),
      node('Mul', 'sum product', 'z'),
    ],
    weights: { root: floats(Math.SQRT1_2), one: floats(1), half: floats(0.5) },
  },
  {
    title: 'bounds as attributes',
    golden: 'clip',
    opset: 7,
    nodes: [node('Clip', 'x', 'z', { min: { float: -0.5 }, max: { float: 0.75 } })],
  },
  {
    title: 'bounds as inputs',
    golden: 'clip',
    opset: 11,
    nodes: [node('Clip', 'x low high', 'z')],
    weights: { low: scalar(-0.5), high: scalar(0.75) },
  },
  {
    title: 'one bound left out',
    golden: 'clip-high',
    opset: 13,
    nodes: [node('Clip', 'x - high', 'z')],
    weights: { high: scalar(0.75) },
  },
  {
    title: 'the other bound left out',
    golden: 'clip-low',
    opset: 13,
    nodes: [node('Clip', 'x low', 'z')],
    weights: { low: scalar(-0.5) },
  },
  {
    title: 'as a maximum',
    golden: 'clip-low',
    opset: 13,
    nodes: [node('Max', 'x low', 'z')],
    weights: { low: scalar(-0.5) },
  },
  {
    title: 'as a minimum',
    golden: 'clip-high',
    opset: 13,
    nodes: [node('Min', 'high x', 'z')],
    weights: { high: scalar(0.75) },
  },
  {
    title: 'as a clip of three times the value',
    golden: 'relu6',
    opset: 12,
    nodes: [node('Mul', 'x three', 'scaled'), node('Clip', 'scaled low high', 'z')],
    weights: { ...triple, low: scalar(0), high: scalar(6) },
  },
  {
    title: 'a slope',
    golden: 'leaky-relu',
    opset: 7,
    nodes: [node('LeakyRelu', 'x', 'z', { alpha: { float: 0.2 } })],
  },
  {
    title: 'the same slope for all channels',
    golden: 'leaky-relu',
    opset: 9,
    nodes: [node('PRelu', 'x slope', 'z')],
    weights: { slope: { shape: [3, 1, 1], values: [0.2, 0.2, 0.2] } },
  },
  {
    title: 'slopes of their own',
    golden: 'p-relu',
    opset: 9,
    nodes: [node('PRelu', 'x slope', 'z')],
    weights: { slope: seeded([3, 1, 1], 34) },
  },
  {
    title: 'a factor',
    golden: 'elu',
    opset: 7,
    nodes: [node('Elu', 'x', 'z', { alpha: { float: 0.7 } })],
  },
  {
    title: 'the default slope',
    golden: 'hard-sigmoid',
    opset: 7,
    nodes: [node('Mul', 'x four', 'scaled'), node('HardSigmoid', 'scaled', 'z')],
    weights: { four: scalar(4) },
  },
  {
    title: 'as an operator',
    golden: 'hard-swish',
    opset: 14,
    nodes: [node('Mul', 'x three', 'scaled'), node('HardSwish', 'scaled', 'z')],
    weights: triple,
  },
  {
    title: 'written out with a hard sigmoid',
    golden: 'hard-swish',
    opset: 13,
    nodes: [
      node('Mul', 'x three', 'scaled'),
      node('HardSigmoid', 'scaled', 'gate', { alpha: { float: 1 / 6 }, beta: { float: 0.5 } }),
      node('Mul', 'gate scaled', 'z'),
    ],
    weights: triple,
  },
  {
    title: 'written out with a clip, divided last',
    golden: 'hard-swish',
    opset: 11,
    nodes: [
      node('Mul', 'x three', 'scaled'),
      node('Add', 'scaled three', 'raised'),
      node('Clip', 'raised zero six', 'gate'),
      node('Mul', 'scaled gate', 'product'),
      node('Div', 'product six', 'z'),
    ],
    weights: { ...triple, zero: scalar(0), six: scalar(6) },
  },
  {
    title: 'written out with a clip, divided first',
    golden: 'hard-swish',
    opset: 9,
    nodes: [
      node('Mul', 'x three', 'scaled'),
      node('Add', 'scaled three', 'raised'),
      node('Clip', 'raised', 'clipped', { min: { float: 0 }, max: { float: 6 } }),
      node('Div', 'clipped six', 'gate'),
      node('Mul', 'scaled gate', 'z'),
    ],
    weights: { ...triple, six: scalar(6) },
  },
  {
    title: 'written out',
    golden: 'silu',
    opset: 7,
    nodes: [node('Sigmoid', 'x', 'gate'), node('Mul', 'x gate', 'z')],
  },
  {
    title: 'numbers for each channel',
    golden: 'affine',
    opset: 7,
    nodes: [node('Sub', 'x mean', 'centred'), node('Div', 'centred deviation', 'z')],
    weights: {
      mean: seeded([1, 3, 1, 1], 40),
      deviation: seeded([3, 1, 1], 41, (value) => value + 2),
    },
  },
  {
    title: 'a constant on the left',
    golden: 'turned',
    opset: 13,
    nodes: [node('Sub', 'mean x', 'z')],
    weights: { mean: seeded([3, 1, 1], 40) },
  },
  {
    title: 'of several values',
    golden: 'sum',
    opset: 8,
    nodes: [node('Relu', 'x', 'a'), node('Sigmoid', 'x', 'b'), node('Sum', 'x a b', 'z')],
  },
  {
    title: 'of two values',
    golden: 'difference',
    opset: 13,
    nodes: [node('Relu', 'x', 'a'), node('Sigmoid', 'x', 'b'), node('Sub', 'a b', 'z')],
  },
];

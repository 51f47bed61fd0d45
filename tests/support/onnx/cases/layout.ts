import { int64s } from '../encode.ts';
import type { OperatorCase } from './case.ts';
import { node, scalar } from './case.ts';

const shuffled = [
  node('Reshape', 'wide apart', 'groups'),
  node('Transpose', 'groups', 'turned', { perm: [0, 2, 1, 3, 4] }),
];

const pooled = node('MaxPool', 'image', 'z', { kernel_shape: [2, 2] });

export const layoutCases: readonly OperatorCase[] = [
  {
    title: 'sides from numbers',
    golden: 'shuffle',
    opset: 9,
    widened: true,
    nodes: [...shuffled, node('Reshape', 'turned together', 'image'), pooled],
    weights: { apart: int64s(-1, 3, 4, 4, 5), together: int64s(-1, 12, 4, 5) },
  },
  {
    title: 'sides from the image itself',
    golden: 'shuffle',
    opset: 13,
    widened: true,
    nodes: [
      node('Shape', 'wide', 'sides'),
      node('Gather', 'sides zero', 'batch', { axis: 0 }),
      node('Unsqueeze', 'batch first', 'one'),
      node('Slice', 'sides two four', 'places'),
      node('Concat', 'one split places', 'apart', { axis: 0 }),
      ...shuffled,
      node('Reshape', 'turned sides', 'image'),
      pooled,
    ],
    weights: {
      zero: { ...int64s(0), shape: [] },
      first: int64s(0),
      two: int64s(2),
      four: int64s(4),
      split: int64s(3, -1),
    },
  },
  {
    title: 'sizes as an attribute',
    golden: 'split',
    opset: 7,
    widened: true,
    nodes: [
      node('Split', 'wide', 'a b', { axis: 1, split: [7, 5] }),
      node('Concat', 'b a', 'z', { axis: 1 }),
    ],
  },
  {
    title: 'sizes as an input',
    golden: 'split',
    opset: 13,
    widened: true,
    nodes: [
      node('Split', 'wide sizes', 'a b', { axis: -3 }),
      node('Concat', 'b a', 'z', { axis: -3 }),
    ],
    weights: { sizes: int64s(7, 5) },
  },
  {
    title: 'a number of parts',
    golden: 'halves',
    opset: 18,
    widened: true,
    nodes: [node('Split', 'wide', 'a b', { axis: 1, num_outputs: 2 }), node('Mul', 'b a', 'z')],
  },
  {
    title: 'equal parts',
    golden: 'halves',
    opset: 11,
    widened: true,
    nodes: [node('Split', 'wide', 'a b', { axis: 1 }), node('Mul', 'b a', 'z')],
  },
  {
    title: 'bounds as attributes',
    golden: 'slice',
    opset: 9,
    widened: true,
    nodes: [node('Slice', 'wide', 'z', { axes: [1], starts: [2], ends: [-1] })],
  },
  {
    title: 'bounds as inputs',
    golden: 'slice',
    opset: 11,
    widened: true,
    nodes: [node('Slice', 'wide starts ends axes steps', 'z')],
    weights: {
      starts: int64s(-10, 0),
      ends: int64s(11, Number.MAX_SAFE_INTEGER),
      axes: int64s(1, 3),
      steps: int64s(1, 1),
    },
  },
  {
    title: 'channels by their numbers',
    golden: 'reversed',
    opset: 13,
    nodes: [node('Gather', 'x places', 'z', { axis: 1 })],
    weights: { places: int64s(2, 1, 0) },
  },
  {
    title: 'channels one by one',
    golden: 'transformed',
    opset: 12,
    nodes: [
      ...[0, 1, 2].flatMap((channel) => [
        node('Gather', `x place${channel}`, `alone${channel}`, { axis: 1 }),
        node('Unsqueeze', `alone${channel}`, `channel${channel}`, { axes: [1] }),
        node('Mul', `channel${channel} scale${channel}`, `scaled${channel}`),
        node('Add', `scaled${channel} shift${channel}`, `moved${channel}`),
      ]),
      node('Concat', 'moved0 moved1 moved2', 'z', { axis: 1 }),
    ],
    weights: {
      ...Object.fromEntries(
        [0, 1, 2].map((channel) => [`place${channel}`, { ...int64s(channel), shape: [] }]),
      ),
      scale0: scalar(0.5),
      scale1: scalar(0.25),
      scale2: scalar(2),
      shift0: scalar(0.1),
      shift1: scalar(-0.2),
      shift2: scalar(0),
    },
  },
  {
    title: 'factors for each channel',
    golden: 'gated-channels',
    opset: 13,
    nodes: [
      node('GlobalAveragePool', 'x', 'mean'),
      node('Squeeze', 'mean axes', 'vector'),
      node('Sigmoid', 'vector', 'gate'),
      node('Unsqueeze', 'gate axes', 'gates'),
      node('Mul', 'x gates', 'z'),
    ],
    weights: { axes: int64s(2, 3) },
  },
  {
    title: 'factors for each place',
    golden: 'gated-places',
    opset: 11,
    nodes: [
      node('Slice', 'x one two one', 'channel'),
      node('Sigmoid', 'channel', 'gate'),
      node('Mul', 'gate x', 'z'),
    ],
    weights: { one: int64s(1), two: int64s(2) },
  },
  {
    title: 'there and back',
    golden: 'same',
    opset: 7,
    nodes: [
      node('Identity', 'x', 'a'),
      node('Cast', 'a', 'b', { to: 10 }),
      node('Dropout', 'b', 'c mask', { ratio: { float: 0.3 } }),
      node('Transpose', 'c', 'd', { perm: [0, 2, 3, 1] }),
      node('Unsqueeze', 'd', 'e', { axes: [2] }),
      node('Squeeze', 'e', 'f', { axes: [2] }),
      node('Transpose', 'f', 'z', { perm: [0, 3, 1, 2] }),
    ],
  },
  {
    title: 'dropout with its share as an input',
    golden: 'same',
    opset: 13,
    nodes: [node('Dropout', 'x share', 'z')],
    weights: { share: scalar(0.4) },
  },
];

import type { Graph, GraphNode, Weight } from '../../src/engine/graph/graph.ts';

/** Weights of given shapes with values of a fixed wave, about 1 / √(inputs) in size. */
export function waveWeights(
  shapes: Readonly<Record<string, readonly number[]>>,
): Map<string, Weight> {
  let phase = 0.3;
  return new Map(
    Object.entries(shapes).map(([name, shape]) => {
      const size = shape.reduce((product, side) => product * side, 1);
      const fanIn = size / (shape.at(-1) ?? 1);
      phase += 0.7;
      const values = Float32Array.from({ length: size }, (_, index) => {
        const wave = Math.sin(phase + 2.3 * index) / Math.sqrt(fanIn);
        return name.endsWith('variance') ? 1 + wave / 2 : wave;
      });
      return [name, { shape, values }];
    }),
  );
}

export const conv = {
  op: 'conv2d',
  strides: [1, 1],
  dilations: [1, 1],
  padding: 'same',
  activation: 'linear',
  groups: 1,
} as const;

/** A graph over 8×8 RGB images; its output is the last node. */
export function smallGraph(
  nodes: readonly GraphNode[],
  shapes: Readonly<Record<string, readonly number[]>>,
): Graph {
  return {
    inputShape: [8, 8, 3],
    nodes: [{ op: 'input', name: 'input' }, ...nodes],
    output: nodes.at(-1)?.name ?? 'input',
    weights: waveWeights(shapes),
  };
}

/** Global average pooling and a dense layer of four classes, as the end of a small graph. */
export function head(input: string): readonly GraphNode[] {
  return [
    { op: 'globalAveragePool', name: 'pooled', input },
    {
      op: 'dense',
      name: 'logits',
      input: 'pooled',
      kernel: 'logits/kernel',
      bias: 'logits/bias',
      activation: 'linear',
    },
  ];
}

export function headShapes(channels: number): Readonly<Record<string, readonly number[]>> {
  return { 'logits/kernel': [channels, 4], 'logits/bias': [4] };
}

export function batchNormShapes(name: string, channels: number): Record<string, readonly number[]> {
  return {
    [`${name}/gamma`]: [channels],
    [`${name}/beta`]: [channels],
    [`${name}/mean`]: [channels],
    [`${name}/variance`]: [channels],
  };
}

export function batchNorm(name: string, input: string): GraphNode {
  return {
    op: 'batchNorm',
    name,
    input,
    gamma: `${name}/gamma`,
    beta: `${name}/beta`,
    mean: `${name}/mean`,
    variance: `${name}/variance`,
    epsilon: 1e-3,
    momentum: 0.9,
  };
}

export function relu(name: string, input: string): GraphNode {
  return { op: 'activation', name, input, activation: 'relu' };
}

/** One of every kind of node, in an order that trains. */
export function everyNodeGraph(): Graph {
  return smallGraph(
    [
      { ...conv, name: 'c1', input: 'input', filter: 'c1/f', bias: 'c1/b', padding: [1, 1, 2, 0] },
      batchNorm('bn1', 'c1'),
      relu('r1', 'bn1'),
      {
        ...conv,
        op: 'depthwiseConv2d',
        name: 'd1',
        input: 'r1',
        filter: 'd1/f',
        strides: [2, 2],
        activation: 'relu6',
      },
      { ...conv, name: 'c2', input: 'd1', filter: 'c2/f', dilations: [2, 2], groups: 2 },
      { op: 'affine', name: 'a1', input: 'd1', scale: 'a1/s', shift: 'a1/t', activation: 'relu' },
      { op: 'add', name: 'sum', inputs: ['c2', 'a1', 'd1'], activation: 'relu' },
      { op: 'concat', name: 'joined', inputs: ['sum', 'c2'], activation: 'linear' },
      { op: 'zeroPad', name: 'padded', input: 'joined', padding: [1, 0, 0, 1] },
      {
        op: 'maxPool',
        name: 'm1',
        input: 'padded',
        size: [3, 3],
        strides: [2, 2],
        padding: 'same',
      },
      {
        op: 'averagePool',
        name: 'p1',
        input: 'padded',
        size: [2, 2],
        strides: [2, 2],
        padding: [0, 1, 1, 0],
      },
      { op: 'add', name: 'pools', inputs: ['m1', 'p1'], activation: 'linear' },
      { op: 'dropout', name: 'drop', input: 'pools', rate: 0.3 },
      { op: 'globalAveragePool', name: 'mean', input: 'drop' },
      { op: 'globalMaxPool', name: 'most', input: 'drop' },
      { op: 'flatten', name: 'flat', input: 'drop' },
      { op: 'concat', name: 'features', inputs: ['mean', 'most', 'flat'], activation: 'linear' },
      {
        op: 'dense',
        name: 'logits',
        input: 'features',
        kernel: 'l/k',
        bias: 'l/b',
        activation: 'linear',
      },
      { op: 'softmax', name: 'probabilities', input: 'logits' },
    ],
    {
      'c1/f': [3, 3, 3, 4],
      'c1/b': [4],
      ...batchNormShapes('bn1', 4),
      'd1/f': [3, 3, 4, 2],
      'c2/f': [3, 3, 4, 8],
      'a1/s': [8],
      'a1/t': [8],
      'l/k': [16 + 16 + 9 * 16, 4],
      'l/b': [4],
    },
  );
}

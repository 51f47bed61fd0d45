import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { softmaxCrossEntropy } from '../../../../src/engine/gradients/cross-entropy.ts';
import type { Graph } from '../../../../src/engine/graph/graph.ts';
import { graphGradients } from '../../../../src/engine/graph/graph-gradients.ts';
import { optimise } from '../../../../src/engine/graph/optimise.ts';
import { runGraph } from '../../../../src/engine/graph/run-graph.ts';
import { uploadWeights } from '../../../../src/engine/graph/upload-weights.ts';
import { initialise } from '../../../../src/engine/models/initialise.ts';
import { miniIds, miniNetworks } from '../../../../src/engine/models/mini-networks.ts';
import { largestDifference, wavyImages } from '../../../support/plain-tfjs.ts';
import {
  batchNorm,
  batchNormShapes,
  conv,
  everyNodeGraph,
  head,
  headShapes,
  relu,
  smallGraph,
} from '../../../support/small-graphs.ts';
import { stirWeights } from '../../../support/stirred-weights.ts';
import { startWasm } from '../../../support/wasm.ts';

function operations(graph: Graph): string[] {
  return graph.nodes.map((node) => node.op);
}

/** Largest difference of the answers to the same images, after checking that they depend on them. */
function answerDifference(a: Graph, b: Graph): number {
  const x = wavyImages(3, a.inputShape);
  const one = runGraph(a, uploadWeights(a), x);
  const other = runGraph(b, uploadWeights(b), x);
  const [first = NaN, , , , second = NaN] = one.dataSync();
  expect(Math.abs(first - second)).toBeGreaterThan(1e-5);
  return largestDifference(one, other);
}

describe('an optimised graph', () => {
  beforeAll(startWasm);

  for (const id of miniIds) {
    it(`gives the same logits and input gradients: ${id}`, () => {
      const graph = stirWeights(initialise(miniNetworks[id](), 3));
      const fast = optimise(graph);
      expect(operations(fast)).not.toContain('batchNorm');
      expect(operations(fast)).not.toContain('dropout');
      expect(operations(fast)).not.toContain('activation');
      const x = wavyImages(2, graph.inputShape);
      const run = (g: Graph) =>
        graphGradients(g, uploadWeights(g), x, (z) => softmaxCrossEntropy(z, [1, 7]), {
          input: true,
          weights: new Set(),
        });
      const [plain, optimised] = [run(graph), run(fast)];
      expect(largestDifference(plain.output, optimised.output)).toBeLessThan(1e-4);
      const [a, b] = [plain.input ?? x, optimised.input ?? tf.zeros([1])];
      const scale = tf.max(tf.abs(a)).dataSync()[0] ?? NaN;
      expect(largestDifference(a, b)).toBeLessThan(1e-3 * scale);
    });
  }

  it('gives the same answer with every kind of node', () => {
    expect(answerDifference(everyNodeGraph(), optimise(everyNodeGraph()))).toBeLessThan(1e-5);
  });

  it('is not changed by being optimised again', () => {
    const once = optimise(everyNodeGraph());
    expect(optimise(once).nodes).toEqual(once.nodes);
  });

  it('has batch norm and activation folded into the convolution, with or without its bias', () => {
    const graph = smallGraph(
      [
        { ...conv, name: 'c1', input: 'input', filter: 'f1', bias: 'b1' },
        batchNorm('bn1', 'c1'),
        relu('r1', 'bn1'),
        { ...conv, op: 'depthwiseConv2d', name: 'd', input: 'r1', filter: 'fd' },
        batchNorm('bn2', 'd'),
        relu('r2', 'bn2'),
        ...head('r2'),
      ],
      {
        f1: [3, 3, 3, 4],
        b1: [4],
        fd: [3, 3, 4, 2],
        ...batchNormShapes('bn1', 4),
        ...batchNormShapes('bn2', 8),
        ...headShapes(8),
      },
    );
    const fast = optimise(graph);
    expect(operations(fast)).toEqual([
      'input',
      'conv2d',
      'depthwiseConv2d',
      'globalAveragePool',
      'dense',
    ]);
    expect(answerDifference(graph, fast)).toBeLessThan(1e-5);
  });

  it('keeps a convolution whole that something else reads before its batch norm', () => {
    const graph = smallGraph(
      [
        { ...conv, name: 'c', input: 'input', filter: 'f' },
        batchNorm('bn', 'c'),
        relu('r', 'bn'),
        { op: 'add', name: 'sum', inputs: ['r', 'c'], activation: 'linear' },
        ...head('sum'),
      ],
      { f: [3, 3, 3, 4], ...batchNormShapes('bn', 4), ...headShapes(4) },
    );
    const fast = optimise(graph);
    expect(operations(fast)).toContain('affine');
    expect(answerDifference(graph, fast)).toBeLessThan(1e-5);
  });

  it('pads inside the convolution, and inside max pooling only where zeros cannot win', () => {
    const padded = (activation: 'relu' | 'linear'): Graph =>
      smallGraph(
        [
          { op: 'zeroPad', name: 'p1', input: 'input', padding: [1, 2, 0, 1] },
          { ...conv, name: 'c', input: 'p1', filter: 'f', padding: 'valid', activation },
          { op: 'zeroPad', name: 'p2', input: 'c', padding: [1, 0, 0, 1] },
          {
            op: 'maxPool',
            name: 'm',
            input: 'p2',
            size: [3, 3],
            strides: [2, 2],
            padding: 'valid',
          },
          ...head('m'),
        ],
        { f: [3, 3, 3, 4], ...headShapes(4) },
      );
    expect(operations(optimise(padded('relu')))).not.toContain('zeroPad');
    expect(operations(optimise(padded('linear')))).toContain('zeroPad');
    for (const activation of ['relu', 'linear'] as const) {
      const graph = padded(activation);
      expect(answerDifference(graph, optimise(graph))).toBeLessThan(1e-5);
    }
  });

  it('averages before a linear 1×1 convolution', () => {
    const graph = smallGraph(
      [
        { ...conv, name: 'c1', input: 'input', filter: 'f1', activation: 'relu' },
        { ...conv, name: 'c2', input: 'c1', filter: 'f2', bias: 'b2' },
        {
          op: 'averagePool',
          name: 'p',
          input: 'c2',
          size: [2, 2],
          strides: [2, 2],
          padding: 'valid',
        },
        ...head('p'),
      ],
      { f1: [3, 3, 3, 6], f2: [1, 1, 6, 4], b2: [4], ...headShapes(4) },
    );
    const fast = optimise(graph);
    const order = operations(fast);
    expect(order.indexOf('averagePool')).toBeLessThan(order.lastIndexOf('conv2d'));
    expect(answerDifference(graph, fast)).toBeLessThan(1e-5);
  });

  it('adds up convolutions of the parts where a narrow one reads a concatenation, through pooling', () => {
    for (const pooled of [false, true]) {
      const graph = smallGraph(
        [
          { ...conv, name: 'a', input: 'input', filter: 'fa', activation: 'relu' },
          { ...conv, name: 'b', input: 'input', filter: 'fb', activation: 'relu' },
          { op: 'concat', name: 'ab', inputs: ['a', 'b'], activation: 'linear' },
          ...(pooled
            ? [
                {
                  op: 'maxPool',
                  name: 'm',
                  input: 'ab',
                  size: [3, 3],
                  strides: [2, 2],
                  padding: 'same',
                } as const,
              ]
            : []),
          {
            ...conv,
            name: 'c',
            input: pooled ? 'm' : 'ab',
            filter: 'fc',
            bias: 'bc',
            activation: 'relu',
          },
          ...head('c'),
        ],
        { fa: [1, 1, 3, 5], fb: [3, 3, 3, 7], fc: [3, 3, 12, 4], bc: [4], ...headShapes(4) },
      );
      const fast = optimise(graph);
      expect(operations(fast)).not.toContain('concat');
      expect(answerDifference(graph, fast)).toBeLessThan(1e-5);
    }
  });
});

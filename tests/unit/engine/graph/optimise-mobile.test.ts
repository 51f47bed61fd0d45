import { beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../../../src/engine/graph/graph.ts';
import { logitsGraph } from '../../../../src/engine/graph/logits-graph.ts';
import { optimise } from '../../../../src/engine/graph/optimise.ts';
import { runGraph } from '../../../../src/engine/graph/run-graph.ts';
import { uploadWeights } from '../../../../src/engine/graph/upload-weights.ts';
import { largestDifference, wavyImages } from '../../../support/plain-tfjs.ts';
import { conv, head, headShapes, smallGraph } from '../../../support/small-graphs.ts';
import { startWasm } from '../../../support/wasm.ts';

function kinds(graph: Graph): string[] {
  return graph.nodes.map((node) =>
    node.op === 'activation' || node.op === 'conv2d' ? `${node.op} ${node.activation}` : node.op,
  );
}

function expectSameAnswer(a: Graph, b: Graph): void {
  const x = wavyImages(2, a.inputShape);
  const [one, other] = [a, b].map((graph) => runGraph(graph, uploadWeights(graph), x));
  if (one === undefined || other === undefined) throw new Error('nothing was answered');
  expect(largestDifference(one, other)).toBeLessThan(1e-5);
}

const first = { ...conv, name: 'c', input: 'input', filter: 'f' } as const;
const end = ['globalAveragePool', 'dense'];

describe('an optimised graph', () => {
  beforeAll(startWasm);

  it('has clips that are rectifiers applied by the layer before them', () => {
    for (const [beta, name] of [
      [6, 'relu6'],
      [Infinity, 'relu'],
    ] as const) {
      const clip = { op: 'activation', activation: 'clip', alpha: 0, beta } as const;
      const graph = smallGraph([first, { ...clip, name: 'a', input: 'c' }, ...head('a')], {
        f: [3, 3, 3, 4],
        ...headShapes(4),
      });
      const fast = optimise(graph);
      expect(kinds(fast)).toEqual(['input', `conv2d ${name}`, ...end]);
      expectSameAnswer(graph, fast);
    }
  });

  it.each([
    ['sigmoid', 'silu'],
    ['hardSigmoid', 'hardSwish'],
  ] as const)('takes x · %s(x) as one step', (activation, name) => {
    const gate = { op: 'activation', name: 'g', input: 'c', activation } as const;
    const product = { op: 'multiply', name: 'm', activation: 'linear' } as const;
    for (const inputs of [
      ['c', 'g'],
      ['g', 'c'],
    ]) {
      const graph = smallGraph([first, gate, { ...product, inputs }, ...head('m')], {
        f: [3, 3, 3, 4],
        ...headShapes(4),
      });
      const fast = optimise(graph);
      expect(kinds(fast)).toEqual(['input', 'conv2d linear', `activation ${name}`, ...end]);
      expectSameAnswer(graph, fast);
    }
  });

  it('keeps the line of Keras’s hard sigmoid, which makes no hard swish', () => {
    const gate = { op: 'activation', activation: 'hardSigmoid', alpha: 0.2, beta: 0.5 } as const;
    const graph = smallGraph(
      [
        first,
        { ...gate, name: 'g', input: 'c' },
        { op: 'multiply', name: 'm', inputs: ['c', 'g'], activation: 'linear' },
        ...head('m'),
      ],
      { f: [3, 3, 3, 4], ...headShapes(4) },
    );
    expect(kinds(optimise(graph))).toContain('activation hardSigmoid');
    expectSameAnswer(graph, optimise(graph));
  });

  it('folds an affine step and its rectifier into the convolution', () => {
    const graph = smallGraph(
      [
        first,
        { op: 'affine', name: 'a', input: 'c', scale: 's', shift: 't', activation: 'relu' },
        ...head('a'),
      ],
      { f: [3, 3, 3, 4], s: [4], t: [4], ...headShapes(4) },
    );
    expect(kinds(optimise(graph))).toEqual(['input', 'conv2d relu', ...end]);
    expectSameAnswer(graph, optimise(graph));
  });

  it('runs as many groups as channels as a depthwise convolution', () => {
    const graph = smallGraph([{ ...first, groups: 3 }, ...head('c')], {
      f: [3, 3, 1, 6],
      ...headShapes(6),
    });
    expect(kinds(optimise(graph))).toEqual(['input', 'depthwiseConv2d', ...end]);
    expectSameAnswer(graph, optimise(graph));
  });

  it('joins groups that are narrow and leaves wide ones as they are', () => {
    const groupsLeft = (channels: number, groups: number): number | undefined => {
      const graph = smallGraph(
        [
          { ...first, activation: 'relu' },
          { ...conv, name: 'g', input: 'c', filter: 'h', bias: 'b', groups, activation: 'relu' },
          ...head('g'),
        ],
        {
          f: [3, 3, 3, channels],
          h: [3, 3, channels / groups, channels],
          b: [channels],
          ...headShapes(channels),
        },
      );
      const fast = optimise(graph);
      expectSameAnswer(graph, fast);
      const found = fast.nodes.find(({ name }) => name === 'g');
      return found?.op === 'conv2d' ? found.groups : undefined;
    };
    expect(groupsLeft(8, 4)).toBe(1);
    expect(groupsLeft(32, 8)).toBe(4);
    expect(groupsLeft(32, 2)).toBe(2);
    expect(groupsLeft(18, 6)).toBe(2);
  });

  it('answers with logits where the model gives logarithms of probabilities', () => {
    const graph = smallGraph(
      [
        first,
        ...head('c'),
        { op: 'logSoftmax', name: 'log', input: 'logits' },
        { op: 'activation', name: 'named', input: 'log', activation: 'linear' },
      ],
      { f: [3, 3, 3, 4], ...headShapes(4) },
    );
    expect(logitsGraph(graph).output).toBe('logits');
  });
});

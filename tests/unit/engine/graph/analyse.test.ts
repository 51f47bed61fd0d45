import { describe, expect, it } from 'vitest';
import { analyseGraph } from '../../../../src/engine/graph/analyse.ts';
import type { Graph, Weight } from '../../../../src/engine/graph/graph.ts';
import { LabError } from '../../../../src/protocol/lab-error.ts';
import {
  batchNorm,
  batchNormShapes,
  conv,
  everyNodeGraph,
  head,
  headShapes,
  smallGraph,
} from '../../../support/small-graphs.ts';

function errorOf(graph: Graph): LabError {
  try {
    analyseGraph(graph);
  } catch (error) {
    if (error instanceof LabError) return error;
    throw error;
  }
  throw new Error('the graph was accepted');
}

const plain = smallGraph(
  [
    { ...conv, name: 'c', input: 'input', filter: 'f', bias: 'b', strides: [2, 2] },
    batchNorm('bn', 'c'),
    ...head('bn'),
  ],
  { f: [3, 3, 3, 6], b: [6], ...batchNormShapes('bn', 6), ...headShapes(6) },
);

function withWeight(name: string, weight: Weight | undefined): Graph {
  const weights = new Map(plain.weights);
  if (weight === undefined) weights.delete(name);
  else weights.set(name, weight);
  return { ...plain, weights };
}

const zeros = (...shape: number[]): Weight => ({
  shape,
  values: new Float32Array(shape.reduce((product, side) => product * side, 1)),
});

describe('the analysis of a graph', () => {
  it('counts learned values and multiply-adds, and follows shapes', () => {
    const { shapes, classes, parameters, multiplyAdds } = analyseGraph(plain);
    expect(shapes.get('c')).toEqual([4, 4, 6]);
    expect(shapes.get('pooled')).toEqual([6]);
    expect(classes).toBe(4);
    expect(parameters).toBe(3 * 3 * 3 * 6 + 6 + 12 + 6 * 4 + 4);
    expect(multiplyAdds).toBe(4 * 4 * 3 * 3 * 3 * 6 + 6 * 4);
  });

  it('counts groups, depthwise filters and dilation', () => {
    const { shapes, multiplyAdds } = analyseGraph(everyNodeGraph());
    expect(shapes.get('c1')).toEqual([8, 8, 4]);
    expect(shapes.get('d1')).toEqual([4, 4, 8]);
    expect(shapes.get('padded')).toEqual([5, 5, 16]);
    expect(shapes.get('flat')).toEqual([144]);
    const cells = 64 * 27 * 4 + 16 * 9 * 8 + 16 * 9 * 4 * 8 + 176 * 4;
    expect(multiplyAdds).toBe(cells);
  });

  it('names the layer whose weight is missing, has another shape or too few values', () => {
    for (const [name, weight, layer] of [
      ['f', undefined, 'c'],
      ['f', zeros(3, 3, 4, 6), 'c'],
      ['f', zeros(3, 3, 18), 'c'],
      ['b', zeros(5), 'c'],
      ['bn/mean', zeros(7), 'bn'],
      ['logits/kernel', zeros(7, 4), 'logits'],
      ['logits/kernel', { shape: [6, 4], values: new Float32Array(23) }, 'logits'],
    ] as const) {
      const error = errorOf(withWeight(name, weight));
      expect(error.kind).toBe('model-corrupt');
      expect(error.subject).toBe(layer);
      expect(error.message).toContain(`"${layer}"`);
    }
  });

  it('refuses layers that do not fit each other', () => {
    const tooLarge = smallGraph(
      [{ ...conv, name: 'c', input: 'input', filter: 'f', padding: 'valid' }, ...head('c')],
      { f: [9, 9, 3, 2], ...headShapes(2) },
    );
    expect(errorOf(tooLarge).message).toContain('9×9 window that does not fit into 8×8');
    const early = smallGraph([...head('later')], headShapes(3));
    expect(errorOf(early).message).toContain('reads "later"');
    const twice = smallGraph([...head('input'), ...head('input')], headShapes(3));
    expect(errorOf(twice).message).toContain('Two layers are named "pooled"');
    const unequal = smallGraph(
      [
        { ...conv, name: 'c', input: 'input', filter: 'f' },
        { op: 'add', name: 'sum', inputs: ['c', 'input'], activation: 'linear' },
        ...head('sum'),
      ],
      { f: [1, 1, 3, 4], ...headShapes(4) },
    );
    expect(errorOf(unequal).subject).toBe('sum');
  });

  it('refuses what is not an image classifier', () => {
    const map = { ...plain, output: 'c' };
    expect(errorOf(map).kind).toBe('model-shape');
    expect(errorOf({ ...plain, inputShape: [8, 8, 1] }).kind).toBe('model-shape');
    const oneClass = smallGraph(head('input'), { 'logits/kernel': [3, 1], 'logits/bias': [1] });
    expect(errorOf(oneClass).kind).toBe('model-shape');
  });
});

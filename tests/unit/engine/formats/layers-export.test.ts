import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { layersModelFromGraph } from '../../../../src/engine/formats/layers-export.ts';
import { graphFromLayersModel } from '../../../../src/engine/formats/layers-import.ts';
import type { Graph, GraphNode } from '../../../../src/engine/graph/graph.ts';
import { runGraph } from '../../../../src/engine/graph/run-graph.ts';
import { uploadWeights } from '../../../../src/engine/graph/upload-weights.ts';
import { largestDifference, loadPlainModel, wavyImages } from '../../../support/plain-tfjs.ts';
import {
  batchNorm,
  batchNormShapes,
  conv,
  head,
  headShapes,
  relu,
  smallGraph,
} from '../../../support/small-graphs.ts';
import { startWasm } from '../../../support/wasm.ts';

/** Every kind of node that the format can hold. */
const exportable = smallGraph(
  [
    { ...conv, name: 'c1', input: 'input', filter: 'f1', bias: 'b1', padding: [2, 1, 0, 1] },
    batchNorm('bn', 'c1'),
    relu('r1', 'bn'),
    { op: 'maxPool', name: 'm', input: 'r1', size: [3, 3], strides: [2, 2], padding: [1, 1, 1, 1] },
    { ...conv, op: 'depthwiseConv2d', name: 'd', input: 'm', filter: 'fd', activation: 'relu6' },
    { ...conv, name: 'c2', input: 'd', filter: 'f2', dilations: [2, 2] },
    { op: 'affine', name: 'x', input: 'c2', scale: 's', shift: 'o', activation: 'relu6' },
    { op: 'add', name: 'sum', inputs: ['x', 'd'], activation: 'relu' },
    { op: 'averagePool', name: 'a', input: 'sum', size: [3, 3], strides: [2, 2], padding: 'same' },
    { op: 'zeroPad', name: 'z', input: 'a', padding: [1, 0, 0, 2] },
    { op: 'dropout', name: 'drop', input: 'z', rate: 0.4 },
    { op: 'globalAveragePool', name: 'mean', input: 'drop' },
    { op: 'globalMaxPool', name: 'most', input: 'drop' },
    { op: 'flatten', name: 'flat', input: 'drop' },
    { op: 'concat', name: 'features', inputs: ['mean', 'most', 'flat'], activation: 'linear' },
    {
      op: 'dense',
      name: 'hidden',
      input: 'features',
      kernel: 'k1',
      bias: 'kb',
      activation: 'relu',
    },
    { op: 'dense', name: 'logits', input: 'hidden', kernel: 'k2', activation: 'linear' },
    { op: 'softmax', name: 'probabilities', input: 'logits' },
  ],
  {
    f1: [3, 3, 3, 4],
    b1: [4],
    ...batchNormShapes('bn', 4),
    fd: [3, 3, 4, 2],
    f2: [3, 3, 8, 8],
    s: [8],
    o: [8],
    k1: [8 + 8 + 8 * 16, 6],
    kb: [6],
    k2: [6, 4],
  },
);

function answer(graph: Graph, x: tf.Tensor4D): tf.Tensor2D {
  return runGraph(graph, uploadWeights(graph), x);
}

function exportError(nodes: readonly GraphNode[]): Error {
  const graph = smallGraph([...nodes, ...head('n')], {
    ...headShapes(3),
  });
  try {
    layersModelFromGraph(graph, { float16: false });
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('the graph was written');
}

describe('a graph written in the layers format', () => {
  beforeAll(startWasm);

  it('loads in plain tfjs with the same answer, whatever its nodes', async () => {
    const x = wavyImages(3, exportable.inputShape);
    const files = layersModelFromGraph(exportable, { float16: false });
    const plain = await loadPlainModel(files.modelJson, files.weights);
    const expected = plain.predict(x) as tf.Tensor;
    expect(largestDifference(answer(exportable, x), expected)).toBeLessThan(1e-5);
    const back = graphFromLayersModel(files.modelJson, files.weights);
    expect(largestDifference(answer(back, x), expected)).toBeLessThan(1e-5);
  });

  it('has in half precision the very weights that tfjs reads', async () => {
    const files = layersModelFromGraph(exportable, { float16: true });
    const plain = await loadPlainModel(files.modelJson, files.weights);
    const back = graphFromLayersModel(files.modelJson, files.weights);
    let compared = 0;
    for (const layer of plain.layers) {
      for (const [index, variable] of layer.weights.entries()) {
        const read = back.weights.get(variable.originalName);
        expect([...(read?.values ?? [])]).toEqual([
          ...(layer.getWeights()[index]?.dataSync() ?? []),
        ]);
        compared += 1;
      }
    }
    expect(compared).toBe(back.weights.size);
    const bytes = layersModelFromGraph(exportable, { float16: false }).weights.byteLength;
    expect(files.weights.byteLength).toBeLessThan(0.6 * bytes);
  });

  it('is refused, by name, where the format has no such layer', () => {
    const pool = { name: 'n', input: 'input', size: [3, 3], strides: [1, 1] } as const;
    for (const op of ['averagePool', 'maxPool'] as const) {
      const padded = exportError([{ ...pool, op, padding: [2, 0, 0, 2] }]);
      expect(padded).toMatchObject({ kind: 'model-unsupported', subject: 'n' });
    }
  });
});

import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { layersModelFromGraph } from '../../../../src/engine/formats/layers-export.ts';
import { graphFromLayersModel } from '../../../../src/engine/formats/layers-import.ts';
import { runGraph } from '../../../../src/engine/graph/run-graph.ts';
import { uploadWeights } from '../../../../src/engine/graph/upload-weights.ts';
import { goldenTensor, relativeError } from '../../../support/golden-gradients.ts';
import { graphOfCase, parseGoldenGraph } from '../../../support/golden-graph.ts';
import { loadPlainModel } from '../../../support/plain-tfjs.ts';
import { startCpu } from '../../../support/cpu.ts';

const path = new URL('../../../fixtures/graph/graph.json', import.meta.url);
const cases = parseGoldenGraph(readFileSync(path, 'utf8'));

/** What the layers format has no words for. */
const INEXPRESSIBLE =
  /^lrn|elu of scale|padded.*rounded up|stride 2, padded, padding not counted|padded above/i;

describe('a graph written in the layers format gives what PyTorch says', () => {
  beforeAll(startCpu);

  for (const c of cases) {
    const graph = graphOfCase(c);
    if (INEXPRESSIBLE.test(c.title)) {
      it(`is refused by name: ${c.title}`, () => {
        expect(() => layersModelFromGraph(graph, { float16: false })).toThrow(
          /Layer "\w+": the TensorFlow.js layers format has no/,
        );
      });
      continue;
    }
    it(`in plain tfjs and read again: ${c.title}`, async () => {
      const files = layersModelFromGraph(graph, { float16: false });
      const x: tf.Tensor4D = tf.mul(goldenTensor([2, ...c.size, 3], 10 * c.number), c.scale);
      const plain = await loadPlainModel(files.modelJson, files.weights);
      const answer = plain.predict(x) as tf.Tensor;
      expect(relativeError(answer.dataSync(), c.y)).toBeLessThan(1e-5);
      const again = graphFromLayersModel(files.modelJson, files.weights);
      const logits = runGraph(again, uploadWeights(again), x);
      expect(relativeError(logits.dataSync(), c.y)).toBeLessThan(1e-5);
    });
  }
});

import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { layersModelFromGraph } from '../../../../src/engine/formats/layers-export.ts';
import { graphFromLayersModel } from '../../../../src/engine/formats/layers-import.ts';
import { createClassifier } from '../../../../src/engine/graph/classifier.ts';
import { runGraph } from '../../../../src/engine/graph/run-graph.ts';
import { uploadWeights } from '../../../../src/engine/graph/upload-weights.ts';
import { initialise } from '../../../../src/engine/models/initialise.ts';
import { miniIds, miniNetworks } from '../../../../src/engine/models/mini-networks.ts';
import { largestDifference, loadPlainModel, wavyImages } from '../../../support/plain-tfjs.ts';
import { stirWeights } from '../../../support/stirred-weights.ts';
import { startWasm } from '../../../support/wasm.ts';

describe('a network written in the layers format', () => {
  beforeAll(startWasm);

  for (const id of miniIds) {
    for (const float16 of [false, true]) {
      it(`gives plain tfjs and the importer the same logits: ${id}, ${float16 ? 'float16' : 'float32'}`, async () => {
        const graph = stirWeights(initialise(miniNetworks[id](), 11));
        const files = layersModelFromGraph(graph, { float16 });
        const plain = await loadPlainModel(files.modelJson, files.weights);
        const imported = createClassifier(graphFromLayersModel(files.modelJson, files.weights));
        const x = wavyImages(3, graph.inputShape);
        const expected = plain.predict(x) as tf.Tensor;
        const actual = imported.logits(x);
        expect(largestDifference(actual, expected)).toBeLessThan(1e-4);
        if (!float16) {
          const original = runGraph(graph, uploadWeights(graph), x);
          expect(largestDifference(original, expected)).toBeLessThan(1e-4);
        }
      });
    }
  }
});

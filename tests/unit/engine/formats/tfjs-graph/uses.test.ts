import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { layersModelFromGraph } from '../../../../../src/engine/formats/layers-export.ts';
import { readGraph } from '../../../../../src/engine/formats/read-graph.ts';
import { createClassifier } from '../../../../../src/engine/graph/classifier.ts';
import { createLane } from '../../../../../src/engine/lane/lane.ts';
import { findHead } from '../../../../../src/engine/repair/head.ts';
import type { LaneApi } from '../../../../../src/protocol/lane.ts';
import type { ModelFiles } from '../../../../../src/protocol/model-files.ts';
import { preprocessSchema } from '../../../../../src/protocol/spec.ts';
import { mobileNet } from '../../../../support/graph-defs.ts';
import { answered } from '../../../../support/lanes/answered.ts';
import {
  largestDifference,
  loadPlainModel,
  spreadOfImages,
  wavyImages,
} from '../../../../support/plain-tfjs.ts';

let lane: LaneApi;

beforeAll(async () => {
  lane = createLane({ aliveLock: null });
  await answered(lane.start({ backend: 'wasm' }));
});

function openModel(id: string, size?: [number, number]): ModelFiles {
  return {
    id,
    data: { format: 'tfjs', ...mobileNet([-1, -1]) },
    preprocess: preprocessSchema.parse(size === undefined ? {} : { size }),
  };
}

describe('a graph model', () => {
  it('of open size is run by a lane at the size of its preprocessing', async () => {
    const facts = await answered(lane.loadModel(openModel('open', [24, 16])));
    expect(facts).toMatchObject({ id: 'open', inputSize: [24, 16, 3], classes: 5 });
    const unsized = await lane.loadModel(openModel('unsized'));
    expect(unsized).toMatchObject({
      ok: false,
      error: { kind: 'model-shape', subject: 'unsized' },
    });
    await answered(lane.openImages([0, 1, 2].map((index) => ({ kind: 'roadside', index }))));
    const images = Uint32Array.of(0, 1, 2);
    const unit = { model: 'open', images, change: null, margins: true };
    const { margins } = await answered(lane.classify(unit));
    expect(margins?.every((margin) => Number.isFinite(margin) && margin >= 0)).toBe(true);
  });

  it('has a last layer to repair, and is written as layers with the same answer', async () => {
    const graph = readGraph({ format: 'tfjs', ...mobileNet([16, 16]) });
    expect(findHead(graph).kernel).toBe('Logits/BiasAdd:0/kernel');
    const files = layersModelFromGraph(graph, { float16: false });
    const x = tf.mul(wavyImages(3, graph.inputShape), tf.tensor4d([0.2, 1, 2], [3, 1, 1, 1]));
    const written = (await loadPlainModel(files.modelJson, files.weights)).predict(x) as tf.Tensor;
    const own = tf.softmax(createClassifier(graph).logits(x as tf.Tensor4D));
    expect(largestDifference(own, written) / spreadOfImages(written)).toBeLessThan(1e-3);
  });
});

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { graphFromLayersModel } from '../../../../src/engine/formats/layers-import.ts';
import { createClassifier, type Classifier } from '../../../../src/engine/graph/classifier.ts';
import { miniIds, miniNetworks, type MiniId } from '../../../../src/engine/models/mini-networks.ts';
import { countCorrect } from '../../../../src/engine/training/count-correct.ts';
import { roadsideClasses } from '../../../../src/images/roadside/classes.ts';
import { modelCardSchema, type ModelCard } from '../../../../src/protocol/model-card.ts';
import { batchesOf } from '../../../../tools/zoo/batches.ts';
import { firstEpochLoss } from '../../../../tools/zoo/first-epoch.ts';
import { renderSplit, type ImageSet } from '../../../../tools/zoo/image-cache.ts';
import { zooPreprocess } from '../../../../tools/zoo/preprocess.ts';
import { largestDifference, loadPlainModel } from '../../../support/plain-tfjs.ts';
import { startWasm } from '../../../support/wasm.ts';

const TEST_IMAGES = 2000;
const LARGEST = 2.5e6;

function fileOf(id: MiniId, name: string): Buffer {
  return readFileSync(new URL(`../../../../public/models/${id}/${name}`, import.meta.url));
}

function cardOf(id: MiniId): ModelCard {
  return modelCardSchema.parse(JSON.parse(fileOf(id, 'card.json').toString('utf8')));
}

function classifierOf(id: MiniId): Classifier {
  const weights = new Uint8Array(fileOf(id, 'weights.bin')).buffer;
  return createClassifier(graphFromLayersModel(fileOf(id, 'model.json').toString('utf8'), weights));
}

let held: ImageSet;

beforeAll(async () => {
  await startWasm();
  held = renderSplit('test', TEST_IMAGES);
});

describe.each(miniIds)('the bundled %s', (id) => {
  test('has the weights that its card names, in at most 2.5 MB', () => {
    const card = cardOf(id);
    const weights = fileOf(id, 'weights.bin');
    expect(createHash('sha256').update(weights).digest('hex')).toBe(card.weightsSha256);
    expect(weights.byteLength).toBe(card.weightBytes);
    expect(weights.byteLength).toBeLessThanOrEqual(LARGEST);
  });

  test('has the shape, the classes and the preprocessing that its card names', () => {
    const card = cardOf(id);
    const classifier = classifierOf(id);
    classifier.dispose();
    expect(card.id).toBe(id);
    expect(card.inputSize).toEqual(classifier.inputShape);
    expect(card.parameters).toBe(classifier.parameters);
    expect(card.multiplyAdds).toBe(classifier.multiplyAdds);
    expect(card.multiplyAdds).toBe(miniNetworks[id]().multiplyAdds);
    expect(card.classes).toEqual(roadsideClasses);
    expect(card.preprocess).toEqual(zooPreprocess);
  });

  test('classifies at least 97 % of 2,000 held-out pictures correctly, as its card says', async () => {
    const classifier = classifierOf(id);
    const correct = await countCorrect(classifier, batchesOf(held, 100));
    classifier.dispose();
    expect(correct).toBeGreaterThanOrEqual(0.97 * TEST_IMAGES);
    const { test: stated } = cardOf(id);
    expect(stated.images).toBe(TEST_IMAGES);
    // Rounding may move a picture that lies on the border between two classes.
    expect(Math.abs(stated.correct - correct)).toBeLessThanOrEqual(2);
  });

  test('gives the logits that plain TensorFlow.js computes from the same files', async () => {
    const classifier = classifierOf(id);
    const plain = await loadPlainModel(
      fileOf(id, 'model.json').toString('utf8'),
      new Uint8Array(fileOf(id, 'weights.bin')).buffer,
    );
    const [batch] = batchesOf(held, 48);
    expect(batch).toBeDefined();
    const x = tf.tensor4d(batch?.images ?? [], [48, ...classifier.inputShape]);
    const reference = plain.predict(x);
    const logits = classifier.logits(x);
    expect(reference).toBeInstanceOf(tf.Tensor);
    expect(largestDifference(logits, Array.isArray(reference) ? x : reference)).toBeLessThan(1e-4);
    tf.dispose([x, reference, logits]);
    classifier.dispose();
    plain.dispose();
  });

  test('starts its training as its card says', async () => {
    const { loss, images, ...plan } = cardOf(id).training.firstEpoch;
    const again = await firstEpochLoss(id, renderSplit('train', images), plan);
    expect(Math.abs(again - loss) / loss).toBeLessThan(1e-4);
  });
});

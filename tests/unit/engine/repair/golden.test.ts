import { beforeAll, describe, expect, test } from 'vitest';
import { Learner } from '../../../../src/engine/repair/learner.ts';
import { measureDistances } from '../../../../src/engine/repair/measure-distances.ts';
import type { PictureStore } from '../../../../src/engine/repair/picture-store.ts';
import { splitGraph } from '../../../../src/engine/repair/split-graph.ts';
import { createClassifier } from '../../../../src/engine/graph/classifier.ts';
import { uploadLevels } from '../../../../src/engine/attacks/upload-levels.ts';
import { repairSchema } from '../../../../src/protocol/repair.ts';
import { targetOf } from '../../../support/attacks.ts';
import { golden, goldenImages, goldenNetwork } from '../../../support/golden-repair.ts';
import { startWasm } from '../../../support/wasm.ts';

beforeAll(startWasm);

const { mean, std } = golden;

function largestError(found: Float32Array | null, expected: readonly number[]): number {
  expect(found).toHaveLength(expected.length);
  return Math.max(...expected.map((value, at) => Math.abs(((found?.[at] ?? NaN) - value) / value)));
}

describe('the distance to the decision boundary', () => {
  test.each([2, 5])('agrees with PyTorch in both spaces, in batches of %i', async (batch) => {
    const target = targetOf(goldenNetwork(), { mean, std }, batch);
    const { feature, input } = await measureDistances(target, goldenImages, true);
    expect(largestError(feature, golden.featureDistances)).toBeLessThan(1e-4);
    expect(largestError(input, golden.inputDistances)).toBeLessThan(1e-4);
  });

  test('is negative for images on the wrong side', async () => {
    const target = targetOf(goldenNetwork(), { mean, std });
    const { feature } = await measureDistances(target, goldenImages, false);
    const logits = target.classifier.logits(
      uploadLevels(
        target,
        goldenImages.slice(0, 4).map(({ bytes }) => bytes),
      ),
    );
    const rows = logits.arraySync();
    const isRight = rows.map((row, image) => {
      const label = goldenImages[image]?.label ?? -1;
      return row.every((logit, other) => other === label || logit < (row[label] ?? NaN));
    });
    expect(isRight).toContain(false);
    expect(Array.from(feature ?? [], (distance) => distance > 0).slice(0, 4)).toEqual(isRight);
  });

  test('in input space does not depend on how inputs are scaled', async () => {
    const scaled = await measureDistances(
      targetOf(goldenNetwork(), { mean, std }),
      goldenImages,
      true,
    );
    // The same inputs by another route: bytes as −3 … 7, then shifted and shrunk.
    const range: [number, number] = [-3, 7];
    const moved = (values: readonly [number, number, number]) =>
      values.map((value) => -3 + 10 * value) as [number, number, number];
    const wide = std.map((value) => 10 * value) as [number, number, number];
    const other = await measureDistances(
      targetOf(goldenNetwork(), { range, mean: moved(mean), std: wide }),
      goldenImages,
      true,
    );
    expect(largestError(other.input, [...(scaled.input ?? [])])).toBeLessThan(1e-4);
  });
});

/** The golden images as features, which never change. */
async function featureStore(): Promise<PictureStore> {
  const { trunk } = splitGraph(goldenNetwork(), 'last');
  if (trunk === null) throw new Error('the network has no trunk');
  const target = targetOf(goldenNetwork(), { mean, std }, goldenImages.length);
  const classifier = createClassifier(trunk);
  const features = classifier.logits(
    uploadLevels(
      target,
      goldenImages.map(({ bytes }) => bytes),
    ),
  );
  const width = classifier.classes;
  const values = features.dataSync();
  return {
    chunk: goldenImages.length,
    put: () => Promise.reject(new Error('everything is in')),
    read: (pictures) =>
      Float32Array.from(
        [...pictures].flatMap((at) => Array.from(values.slice(at * width, (at + 1) * width))),
      ),
    dispose: () => features.dispose(),
  };
}

describe('training the last layer', () => {
  test.each(['sgd', 'adam'] as const)('takes the steps of PyTorch with %s', async (optimiser) => {
    const settings = repairSchema.parse({
      model: 'net',
      optimiser,
      momentum: golden.momentum,
      learningRate: golden.rate,
      batch: goldenImages.length,
      epochs: golden.sgd.length,
    });
    const pictures = {
      list: goldenImages.map(({ label }, image) => ({ image, label, copy: 0 })),
      samples: goldenImages.length,
      validation: 0,
    };
    const store = await featureStore();
    const learner = new Learner(splitGraph(goldenNetwork(), 'last'), settings, 1, pictures, store);
    for (const expected of golden[optimiser]) {
      const { loss } = await learner.step();
      const weights = await learner.weights();
      expect(loss).toBeCloseTo(expected.loss, 5);
      for (const [name, values] of [
        ['logits/kernel', expected.kernel],
        ['logits/bias', expected.bias],
      ] as const) {
        const found = weights.get(name)?.values ?? [];
        const errors = values.map((value, at) => Math.abs((found[at] ?? NaN) - value));
        expect(Math.max(...errors)).toBeLessThan(2e-5);
      }
    }
    learner.dispose();
    store.dispose();
  });
});

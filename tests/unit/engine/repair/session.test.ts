import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { createLane } from '../../../../src/engine/lane/lane.ts';
import { fitImage } from '../../../../src/images/files/fit-image.ts';
import { renderRoadside } from '../../../../src/images/roadside/render.ts';
import { roadsideImages } from '../../../../src/images/roadside-set.ts';
import type { LaneApi } from '../../../../src/protocol/lane.ts';
import type { RepairRequest, TrainedFiles } from '../../../../src/protocol/repair-lane.ts';
import { repairSchema } from '../../../../src/protocol/repair.ts';
import type { Preprocess } from '../../../../src/protocol/spec.ts';
import { answered } from '../../../support/lanes/answered.ts';
import { tinyModel } from '../../../support/lanes/tiny-model.ts';
import { loadPlainModel } from '../../../support/plain-tfjs.ts';
import { readGraph } from '../../../../src/engine/formats/read-graph.ts';

let lane: LaneApi;

beforeAll(async () => {
  lane = createLane({ aliveLock: null });
  await answered(lane.start({ backend: 'wasm' }));
});

const TRAIN = 40;
const VALIDATION = 20;

function request(
  settings: Readonly<Record<string, unknown>> = {},
  change: Partial<RepairRequest> = {},
): RepairRequest {
  return {
    files: tinyModel('tiny', 1),
    settings: repairSchema.parse({
      model: 'tiny',
      epochs: 3,
      batch: 16,
      learningRate: 0.05,
      ...settings,
    }),
    count: 8,
    seed: 5,
    train: roadsideImages('train', TRAIN),
    validation: roadsideImages('validation', VALIDATION),
    mirrors: [],
    ...change,
  };
}

interface Run {
  readonly files: TrainedFiles;
  readonly losses: readonly number[];
}

/** Trains to the end in calls of some size. */
async function train(
  wanted: RepairRequest,
  atOnce = 2,
  weights: 'best' | 'last' = 'last',
): Promise<Run> {
  const { prepare, stepsPerEpoch, epochs } = await answered(lane.openRepair(wanted));
  for (let ready = 0; ready < prepare;) {
    ({ ready } = await answered(lane.prepareRepair({ pictures: atOnce })));
  }
  const losses: number[] = [];
  for (let step = 0; step < stepsPerEpoch * epochs;) {
    const progress = await answered(lane.repairSteps({ steps: atOnce }));
    step = progress.step;
    if (!progress.epochDone) continue;
    losses.push(progress.loss);
    await answered(lane.validateRepair());
  }
  const files = await answered(lane.takeRepair({ weights }));
  await answered(lane.closeRepair());
  return { files, losses };
}

const bytesOf = ({ files }: Run): Uint8Array => new Uint8Array(files.weights);

/** Names of the weights that differ between a model and what became of it. */
function changedWeights({ files }: Run): string[] {
  const before = tinyModel('tiny', 1);
  const old = readGraph(before.data).weights;
  const { weights } = readGraph({ format: 'tfjs', ...files });
  return [...weights.keys()].filter(
    (name) => String(weights.get(name)?.values) !== String(old.get(name)?.values),
  );
}

describe('a training in a lane', () => {
  test.each(['last', 'block', 'all'] as const)(
    'gives the same weights from the same seed, however its calls are cut, with %s free',
    async (layers) => {
      const once = await train(request({ layers }), 1);
      const again = await train(request({ layers }), 100);
      const other = await train(request({ layers }, { seed: 6 }));
      expect(bytesOf(again)).toEqual(bytesOf(once));
      expect(again.files.hash).toBe(once.files.hash);
      expect(bytesOf(other)).not.toEqual(bytesOf(once));
    },
  );

  test.each([
    ['last', ['logits/bias', 'logits/kernel']],
    ['block', ['logits/bias', 'logits/kernel', 'second/bias', 'second/kernel']],
    [
      'all',
      [
        'first/bias',
        'first/kernel',
        'logits/bias',
        'logits/kernel',
        'second/bias',
        'second/kernel',
      ],
    ],
  ] as const)('moves only what %s leaves free', async (layers, names) => {
    expect(changedWeights(await train(request({ layers }))).sort()).toEqual(names);
  });

  test('lowers the loss on its samples', async () => {
    const { losses } = await train(request({ epochs: 12, layers: 'last' }));
    expect(losses.at(-1)).toBeLessThan((losses[0] ?? 0) / 2);
  });

  test('learns from other samples with another arm', async () => {
    const pixels = await train(request());
    for (const arm of ['noise', 'flip-shift', 'erasing'] as const) {
      expect(bytesOf(await train(request({ arm })))).not.toEqual(bytesOf(pixels));
    }
  });

  test('with a clean share of 1 does not depend on the number of changed pixels', async () => {
    const few = await train(request({ cleanShare: 1 }), 2);
    const many = await train(request({ cleanShare: 1 }, { count: 500 }), 2);
    expect(bytesOf(many)).toEqual(bytesOf(few));
  });

  test('keeps the weights of the best epoch', async () => {
    const wanted = request({ epochs: 6, learningRate: 0.5 });
    const { prepare, stepsPerEpoch } = await answered(lane.openRepair(wanted));
    await answered(lane.prepareRepair({ pictures: prepare }));
    const scores: number[] = [];
    for (let epoch = 0; epoch < 6; epoch += 1) {
      await answered(lane.repairSteps({ steps: stepsPerEpoch }));
      const { clean, changed, images } = await answered(lane.validateRepair());
      expect(images).toBe(VALIDATION);
      scores.push(clean + changed);
    }
    const best = await answered(lane.takeRepair({ weights: 'best' }));
    expect(best.epoch).toBe(1 + scores.lastIndexOf(Math.max(...scores)));
    const last = await answered(lane.takeRepair({ weights: 'last' }));
    expect(last.epoch).toBe(6);
    await answered(lane.closeRepair());
  });

  test('writes a model with the same logits in plain TensorFlow.js', async () => {
    const { files } = await train(request({ classes: [2, 5, 9] }, restricted([2, 5, 9])));
    const trained = { ...tinyModel('trained', 1), data: { format: 'tfjs', ...files } as const };
    const facts = await answered(lane.loadModel(trained));
    expect(facts.classes).toBe(3);
    const shown = [3, 4, 5];
    await answered(lane.openImages(shown.map((index) => ({ kind: 'roadside', index }))));
    const images = Uint32Array.from([0, 1, 2]);
    const unit = { model: 'trained', images, change: null, margins: true };
    const own = await answered(lane.classify(unit));
    const input = preprocessed(shown, trained.preprocess);
    const model = await loadPlainModel(files.topology, files.weights);
    const logits = (model.predict(input) as tf.Tensor2D).arraySync();
    for (const [image, row] of logits.entries()) {
      const [top = NaN, second = NaN] = row.toSorted((a, b) => b - a);
      expect(row.indexOf(top)).toBe(own.predicted[image]);
      expect(own.margins?.[image]).toBeCloseTo(top - second, 4);
    }
  });

  test('leaves no tensors behind once it is closed', async () => {
    await train(request());
    const { tensors } = await lane.memory();
    await train(request({ layers: 'all' }));
    await train(request({ layers: 'block', optimiser: 'adam' }));
    expect((await lane.memory()).tensors).toBe(tensors);
  });

  test('refuses steps before its pictures are ready', async () => {
    await answered(lane.openRepair(request()));
    const answer = await lane.repairSteps({ steps: 1 });
    expect(answer).toMatchObject({ ok: false, error: { kind: 'internal' } });
    await answered(lane.closeRepair());
  });
});

/** Only the images of some classes, numbered among these. */
function restricted(classes: readonly number[]): Partial<RepairRequest> {
  const only = (split: 'train' | 'validation', count: number) => {
    const { refs, labels } = roadsideImages(split, count);
    const kept = [...refs.keys()].filter((at) => classes.includes(labels[at] ?? -1));
    return {
      refs: kept.flatMap((at) => refs[at] ?? []),
      labels: Uint16Array.from(kept, (at) => classes.indexOf(labels[at] ?? -1)),
    };
  };
  return { train: only('train', TRAIN), validation: only('validation', VALIDATION) };
}

/** Pictures of Roadside as (byte / 255 − mean) / std, made without the lane. */
function preprocessed(indices: readonly number[], preprocess: Preprocess): tf.Tensor4D {
  const values = indices.flatMap((index) => {
    const rgb = renderRoadside(index);
    const bytes = fitImage({ width: 64, height: 64, rgb }, [32, 32], preprocess);
    return Array.from(bytes, (byte, at) => {
      const channel = at % 3;
      return (byte / 255 - (preprocess.mean[channel] ?? 0)) / (preprocess.std[channel] ?? 1);
    });
  });
  return tf.tensor4d(values, [indices.length, 32, 32, 3]);
}

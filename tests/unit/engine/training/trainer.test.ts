import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../../../../src/engine/graph/graph.ts';
import { initialise } from '../../../../src/engine/models/initialise.ts';
import { Adam } from '../../../../src/engine/training/adam.ts';
import { countCorrect } from '../../../../src/engine/training/count-correct.ts';
import type { Optimiser } from '../../../../src/engine/training/optimiser.ts';
import { Sgd } from '../../../../src/engine/training/sgd.ts';
import { shuffledIndices } from '../../../../src/engine/training/shuffle.ts';
import { readTensors, uploadTensors } from '../../../../src/engine/training/tensor-transfer.ts';
import { trainEpoch } from '../../../../src/engine/training/train-epoch.ts';
import { Trainer, type TrainerOptions } from '../../../../src/engine/training/trainer.ts';
import { startWasm } from '../../../support/wasm.ts';
import { SHAPE_COUNT, shapes, smallNetwork } from './shapes.ts';

beforeAll(startWasm);

const sgd = (): Sgd => new Sgd({ momentum: 0.9, nesterov: true });

function trainerOf(optimiser: Optimiser, options: Partial<TrainerOptions> = {}, graph?: Graph) {
  const network = graph ?? initialise(smallNetwork(0.2), 5);
  return new Trainer(network, {
    optimiser,
    seed: 5,
    smoothing: 0.1,
    weightDecay: 0.01,
    ...options,
  });
}

async function train(trainer: Trainer, rate: number, epochs: number, from = 0): Promise<number> {
  let loss = 0;
  for (let epoch = from; epoch < from + epochs; epoch += 1) {
    const order = shuffledIndices(SHAPE_COUNT, 5, epoch);
    const progress = await trainEpoch(trainer, { order, batch: 9, load: shapes, rate: () => rate });
    loss = progress.loss;
  }
  return loss;
}

async function weightsAfter(trainer: Trainer, epochs: number): Promise<Graph['weights']> {
  await train(trainer, 0.02, epochs);
  const { weights } = await trainer.snapshot();
  trainer.dispose();
  return weights;
}

const everything = (): Uint32Array => Uint32Array.from({ length: SHAPE_COUNT }, (_, at) => at);

describe('a trainer', () => {
  test.each([
    ['momentum', sgd, 0.05],
    ['Adam', () => new Adam(), 0.01],
  ])('learns shapes with %s', async (_, optimiser, rate) => {
    const trainer = trainerOf(optimiser());
    const first = await train(trainer, rate, 1);
    const last = await train(trainer, rate, 30, 1);
    const correct = await countCorrect(trainer, [shapes(everything())]);
    trainer.dispose();
    expect(last).toBeLessThan(first / 2);
    expect(correct).toBe(SHAPE_COUNT);
  });

  test('gives the same weights from the same seed', async () => {
    const once = await weightsAfter(trainerOf(sgd()), 3);
    const again = await weightsAfter(trainerOf(sgd()), 3);
    const other = await weightsAfter(trainerOf(sgd(), { seed: 6 }), 3);
    expect(again).toEqual(once);
    expect(other).not.toEqual(once);
  });

  test.each([
    ['momentum', sgd],
    ['Adam', () => new Adam()],
  ])('goes on from stored weights and memory as if never stopped, with %s', async (_, make) => {
    const whole = await weightsAfter(trainerOf(make()), 4);

    const optimiser = make();
    const first = trainerOf(optimiser);
    await train(first, 0.02, 2);
    const stored = await first.snapshot();
    const memory = uploadTensors(await readTensors(optimiser.memory()));
    const steps = first.steps;
    first.dispose();
    const resumed = make();
    resumed.restore(memory, steps);
    const second = new Trainer(
      stored,
      { optimiser: resumed, seed: 5, smoothing: 0.1, weightDecay: 0.01 },
      steps,
    );
    await train(second, 0.02, 2, 2);
    const { weights } = await second.snapshot();
    second.dispose();
    tf.dispose([...memory.values()]);
    expect(weights).toEqual(whole);
  });

  test('leaves no tensors behind', async () => {
    const before = tf.memory().numTensors;
    const trainer = trainerOf(new Adam(), { clipNorm: 1 });
    await train(trainer, 0.01, 1);
    const afterOne = tf.memory().numTensors;
    await train(trainer, 0.01, 3, 1);
    expect(tf.memory().numTensors).toBe(afterOne);
    trainer.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  test('moves only the weights that it was told to', async () => {
    const graph = initialise(smallNetwork(), 5);
    const trainable = (name: string): boolean => name.startsWith('logits/');
    const trainer = trainerOf(sgd(), { trainable, frozenStatistics: true }, graph);
    const after = await weightsAfter(trainer, 2);
    for (const [name, { values }] of graph.weights) {
      const moved = after.get(name)?.values.some((value, at) => value !== values[at]);
      expect(moved, name).toBe(trainable(name));
    }
  });

  test('follows the running statistics of the batches', async () => {
    const after = await weightsAfter(trainerOf(sgd()), 1);
    expect(after.get('norm/moving_mean')?.values.every((value) => value !== 0)).toBe(true);
    expect(after.get('norm/moving_variance')?.values.every((value) => value !== 1)).toBe(true);
  });

  test('stops between two steps when it is cancelled', async () => {
    const trainer = trainerOf(sgd());
    const control = new AbortController();
    const order = shuffledIndices(SHAPE_COUNT, 5, 0);
    const epoch = trainEpoch(trainer, {
      order,
      batch: 6,
      load: shapes,
      rate: () => 0.01,
      onStep: () => control.abort(),
      signal: control.signal,
    });
    await expect(epoch).rejects.toMatchObject({ kind: 'cancelled' });
    expect(trainer.steps).toBe(1);
    trainer.dispose();
  });

  test('says so when the loss is no number', async () => {
    const trainer = trainerOf(sgd());
    const { images, labels } = shapes(everything());
    const input = tf.tensor4d(images, [SHAPE_COUNT, ...trainer.inputShape]);
    await trainer.step(input, labels, 1e38);
    await expect(trainer.step(input, labels, 1e38)).rejects.toMatchObject({ kind: 'non-finite' });
    input.dispose();
    trainer.dispose();
  });
});

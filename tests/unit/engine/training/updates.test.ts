import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Adam } from '../../../../src/engine/training/adam.ts';
import { applyGradients } from '../../../../src/engine/training/apply-gradients.ts';
import { cosineRate } from '../../../../src/engine/training/learning-rate.ts';
import type { Optimiser } from '../../../../src/engine/training/optimiser.ts';
import { Sgd } from '../../../../src/engine/training/sgd.ts';
import { shuffledIndices } from '../../../../src/engine/training/shuffle.ts';
import { smoothedTargets } from '../../../../src/engine/training/smoothed-targets.ts';
import { startWasm } from '../../../support/wasm.ts';

beforeAll(startWasm);

/** Values of a weight that starts at 1 and meets the same gradient of 0.5 at each step. */
function walk(optimiser: Optimiser, steps: number, rate: number): number[] {
  const seen: number[] = [];
  tf.tidy(() => {
    let weight: tf.Tensor = tf.tensor1d([1]);
    for (let step = 0; step < steps; step += 1) {
      optimiser.begin();
      weight = optimiser.update('w', weight, tf.tensor1d([0.5]), rate);
      seen.push(weight.dataSync()[0] ?? NaN);
    }
  });
  optimiser.dispose();
  return seen;
}

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  for (const [at, value] of expected.entries()) expect(actual[at]).toBeCloseTo(value, 6);
}

describe('gradient descent', () => {
  test('without momentum subtracts rate times gradient', () => {
    expectClose(walk(new Sgd({ momentum: 0, nesterov: false }), 2, 0.1), [0.95, 0.9]);
  });

  test('with momentum adds a share of the last step', () => {
    // Velocities 0.5, 0.95, 1.355.
    const expected = [1 - 0.05, 1 - 0.145, 1 - 0.2805];
    expectClose(walk(new Sgd({ momentum: 0.9, nesterov: false }), 3, 0.1), expected);
  });

  test('with look-ahead adds the gradient to a share of the new velocity', () => {
    // Directions 0.5 + 0.9 · 0.5 and 0.5 + 0.9 · 0.95.
    const expected = [1 - 0.095, 1 - 0.095 - 0.1355];
    expectClose(walk(new Sgd({ momentum: 0.9, nesterov: true }), 2, 0.1), expected);
  });

  test('of Adam moves by the rate while the gradient stays the same', () => {
    expectClose(walk(new Adam(), 3, 0.01), [0.99, 0.98, 0.97]);
  });
});

describe('a step', () => {
  const take = (clipNorm: number, weightDecay: number): number[] => {
    const result = tf.tidy(() => {
      const weights = new Map([
        ['kernel', tf.tensor2d([1, 1], [1, 2]) as tf.Tensor],
        ['bias', tf.tensor1d([1])],
      ]);
      const gradients = new Map([
        ['kernel', tf.tensor2d([3, 0], [1, 2]) as tf.Tensor],
        ['bias', tf.tensor1d([4])],
      ]);
      const optimiser = new Sgd({ momentum: 0, nesterov: false });
      const updated = applyGradients(optimiser, weights, gradients, {
        rate: 0.1,
        weightDecay,
        clipNorm,
      });
      return [...updated.values()].flatMap((tensor) => {
        const values = Array.from(tensor.dataSync());
        tensor.dispose();
        return values;
      });
    });
    return result;
  };

  test('shortens gradients together to the longest allowed', () => {
    expectClose(take(Infinity, 0), [0.7, 1, 0.6]);
    expectClose(take(5, 0), [0.7, 1, 0.6]);
    expectClose(take(1, 0), [0.94, 1, 0.92]);
  });

  test('shrinks kernels but not biases', () => {
    expectClose(take(Infinity, 0.5), [0.65, 0.95, 0.6]);
  });
});

describe('the learning rate', () => {
  const schedule = { peak: 0.1, warmUp: 10, steps: 110 };

  test('grows linearly to its peak', () => {
    expect(cosineRate(schedule, 0)).toBeCloseTo(0.01, 12);
    expect(cosineRate(schedule, 9)).toBeCloseTo(0.1, 12);
    expect(cosineRate(schedule, 10)).toBeCloseTo(0.1, 12);
  });

  test('falls along half a cosine to nothing', () => {
    expect(cosineRate(schedule, 60)).toBeCloseTo(0.05, 12);
    expect(cosineRate(schedule, 110)).toBeCloseTo(0, 12);
  });
});

describe('shuffling', () => {
  test('keeps every number once, in an order of the seed and the epoch', () => {
    const order = shuffledIndices(1000, 7, 2);
    expect(Array.from(order).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 1000 }, (_, i) => i),
    );
    expect(shuffledIndices(1000, 7, 2)).toEqual(order);
    expect(shuffledIndices(1000, 7, 3)).not.toEqual(order);
    expect(shuffledIndices(1000, 8, 2)).not.toEqual(order);
  });
});

describe('smoothed labels', () => {
  test('give each class its share', () => {
    const targets = smoothedTargets([1, 0], 4, 0.2);
    const values = Array.from(targets.dataSync());
    targets.dispose();
    expectClose(values, [0.05, 0.85, 0.05, 0.05, 0.85, 0.05, 0.05, 0.05]);
  });

  test('refuse a label that is no class', () => {
    expect(() => smoothedTargets([0, 4], 4, 0)).toThrow('label 4 of image 1 is not one of 4');
  });
});

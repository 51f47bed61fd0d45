import { describe, expect, test } from 'vitest';
import type { RepairFacts } from '../../../../src/protocol/repair-lane.ts';
import { TrainingPace } from '../../../../src/run/repair/training-pace.ts';

const facts: RepairFacts = {
  trainable: 0,
  parameters: 100,
  classes: 12,
  inputSize: [64, 64, 3],
  multiplyAdds: 1,
  linearHead: true,
  cached: true,
  prepare: 1200,
  samples: 1000,
  stepsPerEpoch: 32,
  epochs: 20,
};
const waiting = { facts: null, ready: 0, step: 0, isDone: false };

describe('the time left of trainings', () => {
  test('is not told from the first call alone, which starts things up', () => {
    const pace = new TrainingPace();
    const left = [{ ...waiting, facts }];
    expect(pace.secondsLeft(left, 32)).toBeNull();
    pace.pictures(5, 32);
    expect(pace.secondsLeft(left, 32)).toBeNull();
    pace.pictures(0.32, 32);
    expect(pace.secondsLeft(left, 32)).toBeGreaterThan(12);
    expect(pace.secondsLeft(left, 32)).toBeLessThan(24);
  });

  test('adds up pictures, steps and validations of all that is not done', () => {
    const pace = new TrainingPace();
    for (const _ of [1, 2]) pace.pictures(0.32, 32);
    for (const _ of [1, 2]) pace.steps(0.1, 10);
    for (const _ of [1, 2]) pace.validation(0.5);
    const begun = { facts, ready: 1200, step: 32 * 18, isDone: false };
    const done = { facts, ready: 1200, step: 640, isDone: true };
    expect(pace.secondsLeft([begun, done], 32)).toBeCloseTo(64 * 0.01 + 2 * 0.5);
    const all = pace.secondsLeft([begun, done, waiting], 32);
    expect(all).toBeCloseTo(1.64 + 1200 * 0.01 + 640 * 0.01 + 20 * 0.5);
  });

  test('sizes calls to a quarter of a second', () => {
    const pace = new TrainingPace();
    expect(pace.stepsAtOnce).toBe(1);
    for (const _ of [1, 2]) pace.steps(0.05, 10);
    for (const _ of [1, 2]) pace.pictures(1, 2);
    expect(pace.stepsAtOnce).toBe(50);
    expect(pace.picturesAtOnce).toBe(1);
  });
});

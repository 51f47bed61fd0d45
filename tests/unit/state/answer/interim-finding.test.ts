import { expect, it } from 'vitest';
import type { Tally } from '../../../../src/run/sweep-types.ts';
import { modelName } from '../../../../src/state/models/bundled-models.ts';
import { describeInterim } from '../../../../src/state/answer/interim-finding.ts';

function tally(model: string, count: number, accuracy: number | null): Tally {
  return {
    model,
    cell: 0,
    count,
    value: 'replace',
    region: 1,
    images: 100,
    classified: 100,
    wrong: 0,
    accuracy,
    interval: null,
    pi: null,
  };
}

it('names the extremes at the largest count that every model has reached', () => {
  const tallies = [
    tally('resnet', 32, 0.99),
    tally('resnet', 64, 0.72),
    tally('vgg', 32, 0.999),
    tally('vgg', 64, null),
    tally('alexnet', 32, 0.995),
    tally('alexnet', 64, null),
  ];
  expect(describeInterim(tallies, modelName)).toBe(
    'So far, with 32 pixels changed, VGG still gets 99.9 % of its images right and ResNet 99.0 %.',
  );
});

it('names no extreme where all are equal', () => {
  const tallies = [tally('resnet', 1, 1), tally('vgg', 1, 1)];
  expect(describeInterim(tallies, modelName)).toBe(
    'So far, with 1 pixel changed, every model still gets 100.0 % of its images right.',
  );
});

it('claims nothing while a model has not been measured at all', () => {
  const tallies = [tally('resnet', 64, 0.72), tally('vgg', 64, null)];
  expect(describeInterim(tallies, modelName)).toBeNull();
  expect(describeInterim([], modelName)).toBeNull();
});

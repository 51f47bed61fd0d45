import { expect, it } from 'vitest';
import type { Tally } from '../../../src/run/sweep-types.ts';
import { modelName } from '../../../src/state/bundled-models.ts';
import { describeInterim } from '../../../src/state/interim-finding.ts';

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

it('names the extremes at the largest count once every model has been measured there', () => {
  const tallies = [
    tally('resnet', 32, 0.99),
    tally('resnet', 64, 0.72),
    tally('vgg', 64, 0.9),
    tally('alexnet', 64, 0.81),
  ];
  expect(describeInterim(tallies, modelName)).toBe(
    'So far, with 64 pixels changed, VGG still gets 90 % of its images right and ResNet 72 %.',
  );
});

it('claims nothing while a model has not been measured at the largest count', () => {
  const tallies = [tally('resnet', 64, 0.72), tally('vgg', 64, null)];
  expect(describeInterim(tallies, modelName)).toBeNull();
  expect(describeInterim([], modelName)).toBeNull();
});

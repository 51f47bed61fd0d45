import { expect, it } from 'vitest';
import type { Tally } from '../../../../../src/run/sweep-types.ts';
import { modelName } from '../../../../../src/state/models/model-list.ts';
import { describeInterim } from '../../../../../src/run/finding/sweep/describe-interim.ts';

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

const images = { source: 'roadside', split: 'test', count: 100 } as const;
const whole = { value: 'replace', region: 1 } as const;

it('names the extremes at the largest count that every model has reached', () => {
  const tallies = [
    tally('resnet', 32, 0.99),
    tally('resnet', 64, 0.72),
    tally('vgg', 32, 0.999),
    tally('vgg', 64, null),
    tally('alexnet', 32, 0.995),
    tally('alexnet', 64, null),
  ];
  expect(describeInterim(tallies, whole, modelName, images)).toBe(
    'So far, with 32 changed pixels, VGG still gets 99.9 % of its images right and ResNet 99.0 %.',
  );
});

it('names no extreme where all are equal', () => {
  const tallies = [tally('resnet', 1, 1), tally('vgg', 1, 1)];
  expect(describeInterim(tallies, whole, modelName, images)).toBe(
    'So far, with 1 changed pixel, every model still gets 100.0 % of its images right.',
  );
});

it('claims nothing while a model has not been measured at all', () => {
  const tallies = [tally('resnet', 64, 0.72), tally('vgg', 64, null)];
  expect(describeInterim(tallies, whole, modelName, images)).toBeNull();
  expect(describeInterim([], whole, modelName, images)).toBeNull();
});

it('speaks of the value and region at which models are ranked, not of all together', () => {
  const tallies = [
    { ...tally('vgg', 64, 0.5), region: 0.25 },
    { ...tally('vgg', 64, 0.9), value: { offset: 10 } },
    tally('vgg', 64, 0.8),
  ];
  expect(describeInterim(tallies, whole, modelName, images)).toBe(
    'So far, with 64 changed pixels, VGG still gets 80.0 % of its images right.',
  );
});

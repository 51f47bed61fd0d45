import { expect, it } from 'vitest';
import {
  confusionOf,
  picturesBehind,
  rightCounts,
} from '../../../../src/state/images/clean-figures.ts';
import type { CleanAnswers } from '../../../../src/state/images/clean-store.ts';

const first = Uint16Array.of(0, 1, 1, 2, 0);
const second = Uint16Array.of(0, 0, 1, 1, 0);
const answers: CleanAnswers = {
  images: { source: 'folder', path: 'signs', count: 5 },
  names: ['a', 'b', 'c', 'd', 'e'],
  labels: Uint16Array.of(0, 0, 1, 2, 1),
  classNames: ['stop', 'yield', 'keep-right'],
  models: [
    { id: 'vgg', predicted: first },
    { id: 'resnet', predicted: second },
  ],
};

it('counts what each model gets right, and what all do', () => {
  expect(rightCounts(answers)).toEqual({
    images: 5,
    models: [
      { id: 'vgg', right: 3 },
      { id: 'resnet', right: 3 },
    ],
    common: 2,
  });
});

it('counts which class is taken for which, and knows the pictures behind a cell', () => {
  const { classes, counts, leftOut } = confusionOf(answers, first);
  expect(classes).toEqual([0, 1, 2]);
  expect(counts).toEqual([
    [1, 1, 0],
    [1, 1, 0],
    [0, 0, 1],
  ]);
  expect(leftOut).toBe(0);
  expect(picturesBehind(answers, first, 1, 0)).toEqual(new Set(['e']));
});

it('keeps the thirty classes with most mistakes', () => {
  const labels = Uint16Array.from({ length: 40 }, (_, at) => at);
  const predicted = Uint16Array.from(labels, (label) => (label >= 35 ? label - 1 : label));
  const many = { ...answers, labels, names: [...labels].map(String), models: [] };
  const { classes, leftOut } = confusionOf(many, predicted);
  expect(classes).toHaveLength(30);
  expect(classes).toEqual(expect.arrayContaining([34, 35, 36, 37, 38, 39]));
  expect(leftOut).toBe(10);
});

import { expect, it } from 'vitest';
import { trainingsOf } from '../../../../src/panels/repair/training/shown-trainings.ts';
import { constructRepair, type ConstructedRepair } from '../../../support/constructed-repair.ts';

const parts: ConstructedRepair = {
  images: 40,
  counts: [4],
  clean: 38,
  right: () => 30,
  models: [
    { count: 4, clean: [0, 0], at: () => [0, 0] },
    { count: 8, clean: [0, 0], at: () => [0, 0] },
  ],
};

it('a result tells of trainings that are over, with the epoch that was the best', () => {
  const trainings = trainingsOf(constructRepair(parts));
  expect(trainings.map(({ id, count, state, best }) => ({ id, count, state, best }))).toEqual([
    { id: 'resnet-repaired-4', count: 4, state: 'trained', best: 1 },
    { id: 'resnet-repaired-8', count: 8, state: 'trained', best: 1 },
  ]);
});

it('no epoch is called the best where the last one was taken', () => {
  const trainings = trainingsOf(constructRepair({ ...parts, repair: { take: 'last' } }));
  expect(trainings.map(({ best }) => best)).toEqual([null, null]);
});

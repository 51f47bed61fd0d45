import { describe, expect, it } from 'vitest';
import type { RepairResult } from '../../../../src/protocol/repair-result.ts';
import { recognise } from '../../../../src/state/open-file/recognise.ts';
import {
  constructAttacks,
  constructDistance,
  constructRepair,
} from '../../../support/constructed-repair.ts';

const repaired = 'resnet-repaired-4';

const judged = constructRepair({
  images: 40,
  counts: [4, 64],
  clean: 38,
  right: (count) => (count === 4 ? 34 : 20),
  models: [{ count: 4, clean: [1, 2], at: () => [6, 1] }],
});

const result: RepairResult = {
  ...judged,
  repaired: judged.repaired.map((model) => ({
    ...model,
    epochs: [
      {
        epoch: 1,
        loss: 0.5,
        samples: 100,
        correct: 80,
        validationImages: 50,
        clean: 45,
        changed: 44,
      },
    ],
  })),
  attacks: constructAttacks(20, [
    {
      attack: 'fgsm',
      craftedOn: 'original',
      model: repaired,
      examples: 15,
      fooled: 9,
      correct: 8,
      changes: [3, 1],
    },
  ]),
  distances: [constructDistance(repaired, 'feature', 30, 22)],
  distanceValues: [{ model: repaired, feature: [0.5, null, 2], input: null }],
};

type Draft = { -readonly [Key in keyof RepairResult]: RepairResult[Key] };

function saidOf(change: (copy: Draft) => void): string {
  const copy = structuredClone(result);
  change(copy);
  const found = recognise(JSON.stringify(copy), 'result.json');
  if (found.kind !== 'refused') throw new Error(`it was recognised as a ${found.kind}`);
  expect(found.refusal.heading).toBe('result.json is a result with a fault');
  return found.refusal.message;
}

/** An entry that is there. */
function at<T>(list: readonly T[] | null | undefined, place = 0): T {
  const entry = list?.[place];
  if (entry === undefined) throw new Error(`there is no entry ${place}`);
  return entry;
}

describe('the result of a repair', () => {
  it('is recognised, with nothing lost', () => {
    expect(recognise(JSON.stringify(result), 'a.json')).toEqual({ kind: 'repair', result });
  });

  it('is recognised with images that were trained on and judged by the trained count alone', () => {
    const table = result.heldOut;
    if (table === null) throw new Error('nothing was judged');
    const trainedOn = { ...table, cells: table.cells.filter(({ count }) => count === 4) };
    const both: RepairResult = { ...result, trainedOn };
    expect(recognise(JSON.stringify(both), 'a.json')).toEqual({ kind: 'repair', result: both });
  });

  it('is recognised where it ended before anything was judged', () => {
    const early: RepairResult = {
      ...result,
      heldOut: null,
      attacks: null,
      distances: null,
      distanceValues: null,
    };
    expect(recognise(JSON.stringify(early), 'a.json')).toEqual({ kind: 'repair', result: early });
  });

  it.each<[string, (copy: Draft) => void, RegExp]>([
    [
      'says nothing of a repair in its experiment',
      (copy) => {
        const { repair: _repair, ...spec } = copy.spec;
        copy.spec = spec;
      },
      /^spec\.repair: /,
    ],
    [
      'has a model of a count that was not asked for',
      (copy) => void (at(copy.repaired).count = 5),
      /^repaired\[0\]\.count: 5 is not one of spec\.repair\.counts/,
    ],
    [
      'names a model twice',
      (copy) => void copy.repaired.push(at(copy.repaired)),
      /^repaired\[1\]\.id: resnet-repaired-4 is there twice/,
    ],
    [
      'takes an epoch beyond the last',
      (copy) => void (at(copy.repaired).taken = 21),
      /^repaired\[0\]\.taken: 21 of 20/,
    ],
    [
      'has more right than samples in an epoch',
      (copy) => void (at(at(copy.repaired).epochs).correct = 101),
      /^repaired\[0\]\.epochs\[0\]\.correct: 101 of 100/,
    ],
    [
      'has more right than validation images in an epoch',
      (copy) => void (at(at(copy.repaired).epochs).changed = 51),
      /^repaired\[0\]\.epochs\[0\]\.changed: 51 of 50/,
    ],
    [
      'judges a model that was not repaired',
      (copy) => void (at(copy.heldOut?.clean, 1).model = 'lenet'),
      /^heldOut\.clean\[1\]\.model: lenet/,
    ],
    [
      'lacks the original',
      (copy) => void copy.heldOut?.clean.shift(),
      /^heldOut\.clean: the original resnet is missing/,
    ],
    [
      'has a cell outside the grid',
      (copy) => void (at(copy.heldOut?.cells, 2).count = 5),
      /^heldOut\.cells\[2\]\.count: 5 is not one of spec\.grid\.counts/,
    ],
    [
      'judges the images that it trained on by a count that it did not train with',
      (copy) => void (copy.trainedOn = structuredClone(copy.heldOut)),
      /^trainedOn\.cells\[1\]\.count: 64 is not one of spec\.repair\.counts/,
    ],
    [
      'has more right answers than images',
      (copy) => void (at(copy.heldOut?.cells).correct = 41),
      /^heldOut\.cells\[0\]\.correct: 41 of 40/,
    ],
    [
      'fools with more examples than there are',
      (copy) => void (at(copy.attacks).fooled = 16),
      /^attacks\[0\]\.fooled: 16 of 15/,
    ],
    [
      'has more distances than images',
      (copy) => void (at(copy.distances).larger = 31),
      /^distances\[0\]\.larger: 31 of 30/,
    ],
    [
      'has distances of an unknown model',
      (copy) => void (at(copy.distanceValues).model = 'lenet'),
      /^distanceValues\[0\]\.model: lenet/,
    ],
    [
      'has a share above one',
      (copy) => void (at(copy.heldOut?.clean).accuracy = 1.5),
      /^heldOut\.clean\[0\]\.accuracy: /,
    ],
  ])('that %s is refused with the field', (_, change, message) => {
    expect(saidOf(change)).toMatch(message);
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { mcnemarExact } from '../../../../src/core/mcnemar.ts';
import { repairResultSchema, type RepairResult } from '../../../../src/protocol/repair-result.ts';
import { startRepair } from '../../../../src/run/repair/repair.ts';
import type { RepairOptions, RepairOutcome } from '../../../../src/run/repair/repair-types.ts';
import { startSweep } from '../../../../src/run/sweep.ts';
import { openNodeLane } from '../../../../src/workers/open-node-lane.ts';
import { tinyRepair } from '../../../support/lanes/tiny-repair.ts';
import { predictionsOf } from '../../../support/lanes/tiny-sweep.ts';

async function finish(options: RepairOptions): Promise<RepairOutcome & { result: RepairResult }> {
  const outcome = await startRepair(options).done;
  const { result } = outcome;
  if (outcome.phase !== 'done' || result === null) {
    throw new Error(`ended as ${outcome.phase}: ${outcome.error?.message ?? ''}`);
  }
  return { ...outcome, result };
}

/** One finished repair, which most tests look at. */
let options: RepairOptions;
let done: RepairOutcome & { result: RepairResult };

beforeAll(async () => {
  options = tinyRepair(openNodeLane);
  done = await finish(options);
});

describe('a repair', () => {
  test('trains a model for each count and judges all by every table', () => {
    const { result, models } = done;
    expect(repairResultSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(
      JSON.parse(JSON.stringify(result)),
    );
    const ids = ['tiny', 'tiny-repaired-4', 'tiny-repaired-64'];
    expect(models.map(({ id }) => id)).toEqual(ids.slice(1));
    expect(result.repaired.map(({ count, epochs }) => [count, epochs.length])).toEqual([
      [4, 4],
      [64, 4],
    ]);
    expect(result.sets).toMatchObject({
      train: { images: 36 },
      validation: { images: 12 },
      test: { images: 24 },
    });
    expect(result.heldOut?.images).toBe(24);
    expect(result.trainedOn?.images).toBe(36);
    expect(result.heldOut?.clean.map(({ model }) => model)).toEqual(ids);
    expect(result.heldOut?.cells).toHaveLength(3 * 2);
    expect(result.trainedOn?.cells).toHaveLength(3 * 2);
    // FGSM and PGD: the original against itself, each repaired model twice.
    expect(result.attacks).toHaveLength(2 * (1 + 2 * 2));
    expect(result.distances?.map(({ model, space }) => `${model} ${space}`)).toEqual([
      'tiny-repaired-4 feature',
      'tiny-repaired-4 input',
      'tiny-repaired-64 feature',
      'tiny-repaired-64 input',
    ]);
    // What was trained on is known better than what was not.
    const right = (table: RepairResult['heldOut']) =>
      (table?.clean[1]?.correct ?? 0) / (table?.clean[1]?.images ?? 1);
    expect(right(result.trainedOn)).toBeGreaterThan(right(result.heldOut));
  });

  test('gives the same models and numbers on one lane and on two', async () => {
    const one = await finish(
      tinyRepair(openNodeLane, {}, { backends: [{ backend: 'wasm', lanes: 1 }] }),
    );
    const two = done;
    expect(two.models.map(({ hash }) => hash)).toEqual(one.models.map(({ hash }) => hash));
    for (const part of [
      'heldOut',
      'trainedOn',
      'attacks',
      'distances',
      'distanceValues',
    ] as const) {
      expect(two.result[part]).toEqual(one.result[part]);
    }
  });

  test('judges as a sweep of the repaired models does', async () => {
    const { result, models } = done;
    const { repair: _, ...spec } = options.spec;
    const outcome = await startSweep({
      spec: { ...spec, models: models.map(({ id }) => id), eligibility: 'all' },
      images: options.test,
      models: models.map(({ files, hash }) => ({ files, hash })),
      openLane: openNodeLane,
      backends: [{ backend: 'wasm', lanes: 1 }],
      versions: {},
    }).done;
    const { clean, changed } = predictionsOf(outcome);
    const right = (classes: Uint16Array | undefined) =>
      options.test.labels.filter((label, image) => classes?.[image] === label).length;
    for (const [at, { id }] of models.entries()) {
      expect(result.heldOut?.clean.find(({ model }) => model === id)?.correct).toBe(
        right(clean[at]),
      );
      const cells = result.heldOut?.cells.filter(({ model }) => model === id) ?? [];
      expect(cells.map(({ correct }) => correct)).toEqual(changed[at]?.map(right));
    }
  });

  test('leaves out what is not asked for or not defined', async () => {
    const { result, models } = await finish(
      tinyRepair(openNodeLane, {
        classes: [1, 4, 6, 7],
        counts: [4],
        epsilons: [],
        images: 60,
        layers: 'block',
      }),
    );
    expect(result.attacks).toBeNull();
    // Features change with the block, so their distances cannot be compared.
    expect(result.distances?.map(({ space }) => space)).toEqual(['input']);
    expect(result.distanceValues?.map(({ feature }) => feature)).toEqual([null, null]);
    // The original answers with the same classes.
    expect(result.original.classes).toEqual([1, 4, 6, 7]);
    expect(result.original.hash).not.toBe(models[0]?.hash);
    expect(models[0]?.files.classes).toBe(4);
    expect(result.sets.train.images).toBeLessThan(60);
    expect(result.heldOut?.images).toBe(result.sets.test.images);
  });

  test('counts attacks and their transfer with their own denominators', () => {
    const rows = done.result.attacks ?? [];
    for (const attack of ['fgsm', 'pgd'] as const) {
      const of = rows.filter((row) => row.attack === attack);
      const original = of.find(({ model }) => model === 'tiny');
      for (const row of of) {
        expect(row.images).toBe(10);
        expect(row.fooled).toBeLessThanOrEqual(row.examples);
        // Each transferred example fooled the original.
        if (row.craftedOn === 'original') expect(row.examples).toBe(original?.fooled);
        else expect(row.correct).toBe(row.examples - row.fooled);
        const { against } = row;
        if (against === null || original === undefined) continue;
        expect(row.correct).toBe(original.correct + against.mended - against.spoilt);
        expect(against.p).toBeCloseTo(mcnemarExact(against.mended, against.spoilt), 12);
        expect(against.pHolm).toBeGreaterThanOrEqual(against.p ?? 0);
      }
    }
  });

  test('tells how many distances grew, by the distances that it lists', () => {
    const { result } = done;
    const values = result.distanceValues ?? [];
    const original = values[0];
    for (const row of result.distances ?? []) {
      const before = original?.[row.space] ?? [];
      const after = values.find(({ model }) => model === row.model)?.[row.space] ?? [];
      expect(after).toHaveLength(10);
      const larger = after.filter((value, image) => (value ?? 0) > (before[image] ?? 0)).length;
      expect(row.larger).toBe(larger);
      expect(row.share).toBe(larger / 10);
      expect(row.p).toBeCloseTo(mcnemarExact(larger, 10 - larger - row.equal), 12);
    }
  });
});

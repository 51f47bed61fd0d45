import { beforeAll, describe, expect, it } from 'vitest';
import { holm } from '../../../../src/core/holm.ts';
import { mcnemarExact } from '../../../../src/core/mcnemar.ts';
import { pairedDifferenceInterval } from '../../../../src/core/paired-difference.ts';
import type { SpecInput } from '../../../../src/protocol/spec.ts';
import { answersApart } from '../../../../src/run/compare/answers-apart.ts';
import { compareCsv } from '../../../../src/run/compare/compare-csv.ts';
import { compareModels } from '../../../../src/run/compare/compare-models.ts';
import type { ComparedModel } from '../../../../src/run/compare/compare-types.ts';
import { imagesCsv } from '../../../../src/run/export/images-csv.ts';
import { calm, one, wild } from '../../../support/arithmetic-lane/compared.ts';
import {
  arithmeticImages,
  arithmeticModel,
  unlabelled,
} from '../../../support/arithmetic-lane/experiment.ts';

let first: ComparedModel;
let second: ComparedModel;

beforeAll(async () => {
  [first, second] = [await one(calm), await one(wild)];
});

/** By image: whether each is right, read from the rows of images.csv. */
function rowsOf({ record }: ComparedModel, count: number, value: string, region: string) {
  const lines = [...imagesCsv(record)].join('').trim().split('\n');
  const rows = lines.slice(1).map((line) => line.split(','));
  const right = (at: readonly string[][]) =>
    new Map(at.map((row) => [row[0] ?? '', row[1] === row[7]] as const));
  return {
    clean: right(rows.filter((row) => row[3] === '0')),
    changed: right(
      rows.filter((row) => row[3] === String(count) && row[4] === value && row[5] === region),
    ),
  };
}

describe('two models over the same images with the same changes', () => {
  it('are counted image by image as their rows say', async () => {
    const { others } = await compareModels(first, [second]);
    const [{ cells, reasons, eligible } = { cells: [], reasons: [], eligible: null }] = others;
    expect(reasons).toEqual([]);
    expect(cells).toHaveLength(3 * 2 * 2);
    for (const cell of cells) {
      const value = cell.value === 'replace' ? 'replace' : `offset:${cell.value.offset}`;
      const before = rowsOf(first, cell.count, value, String(cell.region));
      const after = rowsOf(second, cell.count, value, String(cell.region));
      const images = [...before.clean.keys()].filter(
        (image) => before.clean.get(image) && after.clean.get(image),
      );
      const worse = images.filter((i) => before.changed.get(i) && !after.changed.get(i)).length;
      const better = images.filter((i) => !before.changed.get(i) && after.changed.get(i)).length;
      expect(cell).toMatchObject({ images: images.length, worse, better });
      expect(cell.difference).toBeCloseTo((worse - better) / images.length, 12);
      expect(cell.wrongOther - cell.wrongBaseline).toBe(worse - better);
      expect(cell.p).toBe(mcnemarExact(worse, better));
      expect(cell.interval).toEqual(
        pairedDifferenceInterval({
          images: images.length,
          onlyFirst: better,
          onlySecond: worse,
        }),
      );
      expect(eligible?.both).toBe(images.length);
    }
    const p = cells.map((cell) => cell.p ?? Number.NaN);
    expect(cells.map(({ pHolm }) => pHolm)).toEqual(holm(p));
    expect(Math.max(...cells.map(({ worse }) => worse))).toBeGreaterThan(3);
  });

  it('turn the sign of every difference when they change places', async () => {
    const [there] = (await compareModels(first, [second])).others;
    const [back] = (await compareModels(second, [first])).others;
    for (const [at, cell] of (there?.cells ?? []).entries()) {
      expect(back?.cells[at]?.difference).toBeCloseTo(-(cell.difference ?? 0), 12);
      expect(back?.cells[at]?.p).toBe(cell.p);
    }
  });

  it('share their resampled images with several draws, and correct over all models', async () => {
    const draws = { draws: 3 };
    const models = await Promise.all(
      [calm, wild, arithmeticModel('fair', { seed: 2 })].map((m) => one(m, draws)),
    );
    const [baseline, ...rest] = models;
    if (!baseline) throw new Error('no baseline');
    const { others } = await compareModels(baseline, rest);
    const cells = others.flatMap((other) => other.cells);
    for (const { difference, interval, images, draws: each, wrongBaseline, wrongOther } of cells) {
      expect(each).toBe(3);
      expect(difference).toBeCloseTo((wrongOther - wrongBaseline) / (3 * images), 12);
      expect(interval?.[0]).toBeLessThanOrEqual(difference ?? 0);
      expect(interval?.[1]).toBeGreaterThanOrEqual(difference ?? 0);
    }
    expect(cells.map(({ pHolm }) => pHolm)).toEqual(holm(cells.map(({ p }) => p ?? 1)));
    const again = await compareModels(baseline, rest);
    expect(again.others).toEqual(others);
  });

  it('are compared at the cells that both grids have', async () => {
    const less = await one(wild, { grid: { counts: [4, 8], values: ['replace'], regions: [1] } });
    const [difference] = (await compareModels(first, [less])).others;
    expect(difference?.cells.map(({ count, value, region }) => [count, value, region])).toEqual([
      [4, 'replace', 1],
    ]);
    expect(difference?.cellsLeftOut).toBe(11 + 1);
    const [full] = (await compareModels(first, [second])).others;
    const { pHolm: _, ...alone } = difference?.cells[0] ?? {};
    expect(
      full?.cells.find(
        ({ count, value, region }) => count === 4 && value === 'replace' && region === 1,
      ),
    ).toMatchObject(alone);
  });

  it('count on the images that each gets right itself, where each run does', async () => {
    const own = { eligibility: 'own' } as const;
    const [mine, theirs] = [await one(calm, own), await one(wild, own)];
    const [{ cells, eligible, reasons } = { cells: [], eligible: null, reasons: ['none'] }] = (
      await compareModels(mine, [theirs])
    ).others;
    expect(reasons).toEqual([]);
    const right = [mine, theirs].map((each) => rowsOf(each, 4, 'replace', '1').clean);
    const names = [...(right[0]?.keys() ?? [])];
    const both = names.filter((image) => right.every((each) => each.get(image))).length;
    expect(eligible?.both).toBe(both);
    expect(both).toBeLessThan(names.length);
    expect(new Set(cells.map(({ images }) => images))).toEqual(new Set([both]));
  });

  it('are written into a table, one line a cell', async () => {
    const comparison = await compareModels(first, [second]);
    const lines = [...compareCsv(comparison)].join('').trim().split('\n');
    expect(lines).toHaveLength(1 + 12);
    const width = lines[0]?.split(',').length;
    expect(lines.every((line) => line.split(',').length === width)).toBe(true);
    expect(lines[1]?.startsWith('calm,wild,1,replace,1,')).toBe(true);
  });
});

describe('runs that cannot be compared', () => {
  const reasons = async (other: ComparedModel) =>
    (await compareModels(first, [other])).others[0]?.reasons;

  it.each([
    ['seed', { seed: 8 }, /^The seeds differ: 7 in calm, 8 in wild\.$/],
    ['draws', { draws: 2 }, /^Draws an image: 1 in calm, 2 in wild\.$/],
    ['rule', { eligibility: 'own' }, /^Other images count: images that every model/],
    ['grid', { grid: { counts: [2] } }, /^The runs have no count, change and region in common\.$/],
  ] as const)('name another %s, and have no cells', async (_, spec, text) => {
    const { others } = await compareModels(first, [await one(wild, spec as Partial<SpecInput>)]);
    expect(others[0]?.reasons).toHaveLength(1);
    expect(others[0]?.reasons[0]).toMatch(text);
    expect(others[0]?.cells).toEqual([]);
  });

  it('name other images', async () => {
    const images = arithmeticImages(30);
    expect((await reasons(await one(wild, {}, { images })))?.[0]).toMatch(
      /^The images differ: 40 images \(\w{8}\) in calm, 30 images \(\w{8}\) in wild\.$/,
    );
  });

  it('name every difference, what counts as right before the seed', async () => {
    const other = await one(wild, { ...unlabelled.spec, seed: 9 }, { images: unlabelled.images() });
    const found = await reasons(other);
    expect(found?.map((text) => text.split(':')[0])).toEqual([
      'What counts as right differs',
      'The seeds differ',
    ]);
  });

  it('name pictures of another size', async () => {
    const large = arithmeticModel('large', { size: [16, 16] });
    expect((await reasons(await one(large)))?.at(-1)).toMatch(/8 × 8 in calm, 16 × 16 in large/);
  });
});

describe('one model computed twice', () => {
  it('has no answer apart where both computed the same', async () => {
    const again = await one(calm);
    expect(answersApart(first, again)).toEqual({
      compared: 40 + 12 * 40 - missing(first),
      images: 0,
      answers: [],
    });
  });

  it('names the images whose class differs', async () => {
    const same = { ...wild, hash: calm.hash };
    const other = await one(same);
    const apart = answersApart(first, other);
    if (!apart) throw new Error('not compared');
    expect(apart.answers.length).toBeGreaterThan(0);
    expect(apart.images).toBe(new Set(apart.answers.map(({ image }) => image)).size);
    for (const { image, count, value, region, draw, baseline, other: is } of apart.answers) {
      const at = Number(image) - 1000;
      const cell = first.record.plan.cells.find(
        (each) => each.count === count && each.value === value && each.region === region,
      );
      const classOf = ({ record }: ComparedModel) =>
        cell
          ? record.predictions.changed(0, cell.index, draw)[at]
          : record.predictions.clean(0)[at];
      if (count > 0 && !cell) continue;
      expect([classOf(first), classOf(other)]).toEqual([baseline, is]);
      expect(baseline).not.toBe(is);
    }
  });

  it('is not looked for among different models', () => {
    expect(answersApart(first, second)).toBeNull();
  });
});

/** Classifications of changed images that a run did not need, as their images do not count. */
function missing({ record }: ComparedModel): number {
  return record.predictions.data.changed
    .flat()
    .reduce((sum, each) => sum + each.filter((predicted) => predicted === 0xffff).length, 0);
}

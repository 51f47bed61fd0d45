import { describe, expect, it } from 'vitest';
import { LabError } from '../../../src/protocol/lab-error.ts';
import { parseSpec } from '../../../src/protocol/parse-spec.ts';
import type { SpecInput } from '../../../src/protocol/spec.ts';
import { planSweep } from '../../../src/run/plan.ts';

const base: SpecInput = {
  version: 1,
  seed: 1,
  models: ['resnet', 'vgg'],
  images: { source: 'roadside', count: 10 },
  grid: { counts: [4, 1], values: [{ offset: 40 }, 'replace'], regions: [1, 0.7] },
};

const loaded = [
  { id: 'resnet', inputSize: [64, 64, 3], classes: 12 },
  { id: 'vgg', inputSize: [32, 48, 3], classes: 12 },
] as const;

const planOf = (change: Partial<SpecInput> = {}) =>
  planSweep(parseSpec({ ...base, ...change }), 10, loaded);

function complaint(change: Partial<SpecInput>): string {
  try {
    planOf(change);
  } catch (error) {
    if (error instanceof LabError && error.kind === 'spec-invalid') return error.message;
    throw error;
  }
  throw new Error('the spec was accepted');
}

describe('the plan of a sweep', () => {
  it('has one cell a value, region and count, with the realised rectangle of each model', () => {
    const { cells, models } = planOf();
    expect(cells).toHaveLength(8);
    expect(cells[3]).toEqual({ index: 3, count: 1, value: { offset: 40 }, region: 0.7 });
    expect(models[0]?.rects[3]).toEqual({ top: 9, left: 9, height: 45, width: 45 });
    expect(models[1]?.rects[3]).toEqual({ top: 5, left: 7, height: 22, width: 34 });
  });

  it('ranks at the largest count of the first value and region where the spec says nothing', () => {
    const { cells, rankCell } = planOf();
    expect(cells[rankCell]).toMatchObject({ count: 4, value: { offset: 40 }, region: 1 });
  });

  it('ranks where the spec says', () => {
    const { cells, rankCell } = planOf({ rankAt: { count: 1, value: 'replace', region: 0.7 } });
    expect(cells[rankCell]).toMatchObject({ count: 1, value: 'replace', region: 0.7 });
  });
});

describe('a spec that its schema accepts is refused by field', () => {
  const grid = base.grid;

  it.each<[Partial<SpecInput>, string]>([
    [{ models: ['vgg', 'vgg'] }, 'models[1]: vgg is already models[0]; name each one once'],
    [
      { models: ['vgg', { path: 'nets/vgg.json' }] },
      'models[1]: vgg is already models[0]; name each one once',
    ],
    [{ grid: { ...grid, counts: [2, 3, 2] } }, 'grid.counts[2]: 2 is already grid.counts[0]'],
    [
      { grid: { ...grid, values: [{ offset: 9 }, { offset: 9 }] } },
      'grid.values[1]: offset:9 is already grid.values[0]',
    ],
    [{ grid: { ...grid, regions: [0.5, 0.5] } }, 'grid.regions[1]: 0.5 is already'],
    [
      { grid: { ...grid, counts: [1, 800] } },
      "grid.counts[1]: 800 pixels do not fit into the region of 22×34 = 748 pixels (region 0.7 of vgg's 32×48)",
    ],
    [{ grid: { ...grid, regions: [0.001] } }, 'grid.regions[0]: region 0.001'],
    [
      { rankAt: { count: 2, value: 'replace', region: 1 } },
      'rankAt.count: 2 is not one of grid.counts (4, 1)',
    ],
    [
      { rankAt: { count: 1, value: { offset: 41 }, region: 1 } },
      'rankAt.value: offset:41 is not one of grid.values (offset:40, replace)',
    ],
    [
      { rankAt: { count: 1, value: 'replace', region: 0.8 } },
      'rankAt.region: 0.8 is not one of grid.regions (1, 0.7)',
    ],
  ])('%j', (change, message) => {
    expect(complaint(change)).toContain(message);
  });

  it('where the grid is larger than the lab can hold', () => {
    const counts = Array.from({ length: 100 }, (_, index) => index + 1);
    expect(complaint({ draws: 1000, grid: { ...grid, counts } })).toMatch(
      /^grid: 400 cells × 1000 draws × 10 images × 2 models are more than/,
    );
  });
});

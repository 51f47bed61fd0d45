import { describe, expect, it } from 'vitest';
import { alongCounts, px5Span } from '../../../../src/state/ranking/px5-span.ts';
import { rankingView } from '../../../../src/state/ranking/ranking-rows.ts';
import { presetSpec } from '../../../../src/state/experiment/presets.ts';
import { experiment } from '../../../support/arithmetic-lane/experiment.ts';
import { localYard } from '../../../support/arithmetic-lane/open.ts';
import { constructSweep } from '../../../support/constructed-sweep.ts';
import { finish } from '../../../support/arithmetic-lane/outcomes.ts';

const counts = [1, 8, 64];

describe('the rows of the ranking', () => {
  it('hold each model once, best rank first, with its figures at the ranked cell', async () => {
    const rankAt = { count: 16, value: { offset: 100 }, region: 0.75 } as const;
    const { result } = await finish(experiment(localYard(), { rankAt }));
    if (result === null) throw new Error('nothing was measured');
    const { rows } = rankingView(result.spec, result);
    expect(rows.map(({ model }) => model).sort()).toEqual(['calm', 'fair', 'wild']);
    const ranks = rows.map(({ rank }) => rank ?? 0);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    for (const { cell, px5, model } of rows) {
      expect(cell).toMatchObject({ model, ...rankAt });
      const summary = result.summary.find(
        (each) => each.model === model && each.region === 0.75 && each.value !== 'replace',
      );
      expect(px5).toEqual(summary?.px5);
    }
  });
});

describe('the ranking of a run that was cancelled', () => {
  it('gives a model no rank of which nothing was measured where models are ranked', async () => {
    const result = await constructSweep({
      images: 40,
      complete: false,
      models: [
        { id: 'vgg', wrongAt: () => 0, doneAt: ({ count }) => (count === 1 ? 40 : 0) },
        { id: 'resnet', wrongAt: () => 0 },
      ],
    });
    const { rows } = rankingView(result.spec, result);
    expect(rows.map(({ model, rank }) => [model, rank])).toEqual([
      ['resnet', 1],
      ['vgg', null],
    ]);
  });
});

describe('the ranking before the end of a run', () => {
  it('has the columns and rows that the result will fill', async () => {
    const { result } = await finish(experiment(localYard(), {}));
    if (result === null) throw new Error('nothing was measured');
    const before = rankingView(result.spec, null);
    const after = rankingView(result.spec, result);
    expect(before).toMatchObject({ at: after.at, hasPx5: after.hasPx5, hasPi: after.hasPi });
    expect(before.rows).toHaveLength(after.rows.length);
    expect(before.rows.every(({ rank, cell }) => rank === null && cell === null)).toBe(true);
  });

  it('has no PX5 and no Pi where every image counts', () => {
    const view = rankingView({ ...presetSpec('count'), eligibility: 'all' }, null);
    expect(view).toMatchObject({ hasPx5: false, hasPi: false });
  });
});

describe('a PX5 on the axis', () => {
  it('lies in the middle for the middle count, with the interval around it', () => {
    const span = px5Span({ count: 8, interval: [4, 16], censored: null }, counts);
    expect(span?.dot).toBeCloseTo(0.5, 10);
    expect((span?.low ?? 0) + (span?.high ?? 0)).toBeCloseTo(1, 10);
    expect(span).toMatchObject({ openLow: false, openHigh: false });
  });

  it('is open where the interval leaves the counts', () => {
    const span = px5Span({ count: 61, interval: [50, 'above'], censored: null }, counts);
    expect(span).toMatchObject({ low: alongCounts(counts, 50), high: 1, openHigh: true });
    expect(span?.dot).toBeLessThan(1);
  });

  it('has no dot where the estimate itself lies beyond', () => {
    const above = px5Span({ count: null, interval: ['above', 'above'], censored: 'above' }, counts);
    expect(above).toEqual({ dot: null, low: 1, high: 1, openLow: false, openHigh: true });
    const below = px5Span({ count: null, interval: ['below', 2], censored: 'below' }, counts);
    expect(below).toMatchObject({ dot: null, low: 0, openLow: true, openHigh: false });
  });

  it('is nowhere without images', () => {
    expect(px5Span({ count: null, interval: null, censored: null }, counts)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import {
  bootstrapSteps,
  bootstrapTotals,
  percentileInterval,
} from '../../../src/core/bootstrap.ts';
import { clopperPearson } from '../../../src/core/clopper-pearson.ts';
import { criticalCount } from '../../../src/core/critical-count.ts';
import { accuracyInterval } from '../../../src/core/intervals.ts';

/** Column of n images whose first `wrong` are wrong in `draws` of their draws. */
function column(n: number, wrong: number, draws = 1): Uint16Array {
  return Uint16Array.from({ length: n }, (_, at) => (at < wrong ? draws : 0));
}

describe('the bootstrap over images', () => {
  it('resamples the same images for every row and column', () => {
    const [[first, second] = [], [third] = []] = bootstrapTotals(
      [[column(50, 20), column(50, 30)], [column(50, 20, 3)]],
      { seed: 7, replicates: 200 },
    );
    expect(first).toBeDefined();
    first?.forEach((total, replicate) => {
      // images wrong at the smaller count are wrong at the larger one too
      expect(second?.[replicate]).toBeGreaterThanOrEqual(total);
      expect(third?.[replicate]).toBe(3 * total);
    });
  });

  it('has the mean and variance of sampling with replacement', () => {
    const [[totals] = []] = bootstrapTotals([[column(400, 100)]], { seed: 3 });
    const values = [...(totals ?? [])];
    const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
    const variance = values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / values.length;
    // binomial: mean 100, variance 75; bounds of five standard errors
    expect(Math.abs(mean - 100)).toBeLessThan(5 * Math.sqrt(75 / 10_000));
    expect(Math.abs(variance - 75)).toBeLessThan(5 * 75 * Math.sqrt(2 / 10_000));
  });

  it('depends on the seed and repeats itself', () => {
    const rows = [[column(60, 9)]];
    const once = bootstrapTotals(rows, { seed: 1, replicates: 50 });
    expect(bootstrapTotals(rows, { seed: 1, replicates: 50 })).toEqual(once);
    expect(bootstrapTotals(rows, { seed: 2, replicates: 50 })).not.toEqual(once);
  });

  it('gives the same totals in steps, with growing progress', () => {
    const rows = [[column(3000, 700)], [column(3000, 50)]];
    const steps = bootstrapSteps(rows, { seed: 1, replicates: 300 });
    const progress: number[] = [];
    let step = steps.next();
    while (!step.done) {
      progress.push(step.value);
      step = steps.next();
    }
    expect(progress.length).toBeGreaterThan(2);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(step.value).toEqual(bootstrapTotals(rows, { seed: 1, replicates: 300 }));
  });

  it('refuses columns of different lengths, and no image at all', () => {
    expect(() => bootstrapTotals([[column(3, 1), column(4, 1)]], { seed: 1 })).toThrow(
      /same images/,
    );
    expect(() => bootstrapTotals([[column(0, 0)]], { seed: 1 })).toThrow(/at least one image/);
  });
});

describe('the percentile interval', () => {
  it('is the 250th smallest and the 250th largest of 10,000', () => {
    const values = Array.from({ length: 10_000 }, (_, at) => 10_000 - at);
    expect(percentileInterval(values)).toEqual([250, 9751]);
  });

  it('keeps infinite replicates', () => {
    expect(percentileInterval([1, Infinity, -Infinity])).toEqual([-Infinity, Infinity]);
  });

  it('refuses an empty list', () => {
    expect(() => percentileInterval([])).toThrow(/at least one replicate/);
  });
});

describe('the interval of the accuracy', () => {
  it('is Clopper–Pearson of the correct images with one draw', () => {
    expect(accuracyInterval({ wrong: column(915, 52), draws: 1 })).toEqual(
      clopperPearson(863, 915),
    );
  });

  it('is the bootstrap over images with several draws', () => {
    const wrong = Uint16Array.from({ length: 200 }, (_, at) => at % 4);
    const [[totals] = []] = bootstrapTotals([[wrong]], { seed: 7 });
    const [low, high] = accuracyInterval({ wrong, draws: 3, ...(totals && { totals }) }) ?? [];
    // mean 0.5, standard deviation of one image sqrt(5) / 6
    const halfWidth = (1.96 * Math.sqrt(5)) / 6 / Math.sqrt(200);
    expect(low).toBeCloseTo(0.5 - halfWidth, 2);
    expect(high).toBeCloseTo(0.5 + halfWidth, 2);
    expect(() => accuracyInterval({ wrong, draws: 3 })).toThrow(/bootstrap totals/);
  });

  it('falls back to Clopper–Pearson over images where the bootstrap collapses', () => {
    expect(accuracyInterval({ wrong: column(40, 0), draws: 5 })).toEqual(clopperPearson(40, 40));
    expect(accuracyInterval({ wrong: column(40, 40, 5), draws: 5 })).toEqual(clopperPearson(0, 40));
    expect(accuracyInterval({ wrong: column(40, 40, 2), draws: 4 })).toEqual(
      clopperPearson(20, 40),
    );
  });

  it('is null without eligible images', () => {
    expect(accuracyInterval({ wrong: column(0, 0), draws: 1 })).toBeNull();
  });
});

describe('the interval of the critical count', () => {
  const counts = [1, 2, 4, 8];

  function estimate(wrong: readonly number[], images: number) {
    const columns = wrong.map((each) => column(images, each));
    const [totals = []] = bootstrapTotals([columns], { seed: 7 });
    return criticalCount({ counts, wrong, trials: images, totals });
  }

  it('brackets an estimate inside the counts', () => {
    const { count, interval, censored } = estimate([0, 20, 80, 200], 1000);
    expect(censored).toBeNull();
    expect(count).toBeCloseTo(2 * 2 ** 0.5, 9);
    const [low, high] = interval ?? [];
    expect(low).toBeGreaterThan(2);
    expect(low).toBeLessThan(count ?? 0);
    expect(high).toBeGreaterThan(count ?? 0);
    expect(high).toBeLessThan(4);
  });

  it('keeps replicates beyond the counts as an open end', () => {
    const { count, interval } = estimate([0, 10, 20, 55], 1000);
    expect(count).toBeGreaterThan(4);
    expect(typeof interval?.[0]).toBe('number');
    expect(interval?.[1]).toBe('above');
  });

  it('says on which side it lies where the counts do not bracket it', () => {
    expect(estimate([100, 200, 300, 400], 1000)).toEqual({
      count: null,
      interval: ['below', 'below'],
      censored: 'below',
    });
    const above = estimate([0, 10, 20, 45], 1000);
    expect(above.censored).toBe('above');
    expect(above.count).toBeNull();
    expect(above.interval?.[1]).toBe('above');
    expect(typeof above.interval?.[0]).toBe('number');
  });

  it('is null without classifications', () => {
    expect(criticalCount({ counts, wrong: [0, 0, 0, 0], trials: 0, totals: [] })).toEqual({
      count: null,
      interval: null,
      censored: null,
    });
  });

  it('refuses counts out of order and columns that do not match them', () => {
    const totals = [Uint32Array.of(1), Uint32Array.of(1)];
    const two = { wrong: [1, 1], trials: 10, totals };
    expect(() => criticalCount({ ...two, counts: [2, 1] })).toThrow(/strictly increasing, got 2,1/);
    expect(() => criticalCount({ ...two, counts: [1, 2, 3] })).toThrow(/as many cells/);
    expect(() => criticalCount({ ...two, counts: [1, 2], q: 0 })).toThrow(/q must be/);
  });
});

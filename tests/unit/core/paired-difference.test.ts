import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bootstrapTotals } from '../../../src/core/bootstrap.ts';
import {
  meanDifferenceInterval,
  pairedDifferenceInterval,
} from '../../../src/core/paired-difference.ts';

const golden = z
  .object({
    intervals: z.array(
      z.object({
        images: z.number(),
        onlyFirst: z.number(),
        onlySecond: z.number(),
        interval: z.tuple([z.number(), z.number()]),
      }),
    ),
  })
  .parse(
    JSON.parse(
      readFileSync(new URL('../../fixtures/core/paired-difference.json', import.meta.url), 'utf8'),
    ),
  );

describe('the interval of a paired difference', () => {
  it('is the published one for 21 patients before and after a transplant', () => {
    // Fagerland, Lydersen & Laake 2014, table VII.
    const [low, high] = pairedDifferenceInterval({ images: 21, onlyFirst: 1, onlySecond: 7 }) ?? [];
    expect(low).toBeCloseTo(0.026, 3);
    expect(high).toBeCloseTo(0.517, 3);
  });

  it('inverts the score test as SciPy does by definition', () => {
    expect(golden.intervals.length).toBeGreaterThan(40);
    for (const { interval, ...pairs } of golden.intervals) {
      const [low, high] = pairedDifferenceInterval(pairs) ?? [];
      expect(low).toBeCloseTo(interval[0], 6);
      expect(high).toBeCloseTo(interval[1], 6);
    }
  });

  it('turns round when first and second change places, and has no width of zero', () => {
    for (const { images, onlyFirst, onlySecond } of golden.intervals) {
      const one = pairedDifferenceInterval({ images, onlyFirst, onlySecond });
      const other = pairedDifferenceInterval({
        images,
        onlyFirst: onlySecond,
        onlySecond: onlyFirst,
      });
      expect(other?.[0]).toBeCloseTo(-(one?.[1] ?? 0), 12);
      expect((one?.[1] ?? 0) - (one?.[0] ?? 0)).toBeGreaterThan(0);
    }
  });

  it('leaves zero out exactly where the score test of no difference, McNemar’s, rejects', () => {
    for (const { interval, onlyFirst, onlySecond } of golden.intervals) {
      const excludes = interval[0] > 0 || interval[1] < 0;
      const gap = Math.abs(onlyFirst - onlySecond);
      const rejects = gap > 1.959963984540054 * Math.sqrt(onlyFirst + onlySecond);
      expect(excludes).toBe(rejects && gap > 0);
    }
  });

  it('is null without images', () => {
    expect(pairedDifferenceInterval({ images: 0, onlyFirst: 0, onlySecond: 0 })).toBeNull();
  });
});

describe('the interval of a mean difference', () => {
  it('is the score interval with one draw', () => {
    const differences = Int32Array.from([1, 1, 0, -1, 0, 0, 1, 0]);
    expect(meanDifferenceInterval({ differences, draws: 1 })).toEqual(
      pairedDifferenceInterval({ images: 8, onlyFirst: 1, onlySecond: 3 }),
    );
  });

  it('resamples images with several draws, and holds the mean', () => {
    const draws = 4;
    const differences = Int32Array.from({ length: 60 }, (_, image) => (image % 7) - 2);
    const column = Uint16Array.from(differences, (each) => each + draws);
    const [[totals] = []] = bootstrapTotals([[column]], { seed: 3 });
    if (!totals) throw new Error('no totals');
    const [low, high] = meanDifferenceInterval({ differences, draws, totals }) ?? [0, 0];
    const mean = differences.reduce((sum, each) => sum + each, 0) / (60 * draws);
    const variance = differences.reduce((sum, each) => sum + (each / draws - mean) ** 2, 0) / 60;
    const error = 1.96 * Math.sqrt(variance / 60);
    expect(low).toBeCloseTo(mean - error, 1);
    expect(high).toBeCloseTo(mean + error, 1);
    expect(high - low).toBeCloseTo(2 * error, 1);
  });

  it('does not collapse where all images differ equally', () => {
    const differences = new Int32Array(20).fill(3);
    const interval = meanDifferenceInterval({ differences, draws: 3 });
    expect(interval).toEqual(
      pairedDifferenceInterval({ images: 20, onlyFirst: 0, onlySecond: 20 }),
    );
    expect(interval?.[0]).toBeLessThan(0.9);
  });

  it('asks for the totals that several draws need', () => {
    const differences = Int32Array.from([1, 0]);
    expect(() => meanDifferenceInterval({ differences, draws: 2 })).toThrow(RangeError);
  });
});

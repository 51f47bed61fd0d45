import { describe, expect, it } from 'vitest';
import { clopperPearson } from '../../../src/core/clopper-pearson.ts';
import { criticalCount } from '../../../src/core/critical-count.ts';
import { holm } from '../../../src/core/holm.ts';
import { isotonicFit } from '../../../src/core/isotonic.ts';
import { mcnemarExact } from '../../../src/core/mcnemar.ts';
import { signFlipTest } from '../../../src/core/sign-flip.ts';
import golden from '../../fixtures/core/statistics.json' with { type: 'json' };

function expectClose(actual: number, expected: number, relative = 1e-9): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(relative * Math.abs(expected) + 1e-300);
}

describe('Clopper–Pearson', () => {
  it('agrees with SciPy from one trial to a hundred thousand', () => {
    for (const { successes, trials, interval } of golden.clopperPearson) {
      const [low, high] = clopperPearson(successes, trials);
      expectClose(low, interval[0] ?? NaN);
      expectClose(high, interval[1] ?? NaN);
    }
  });

  it('reaches 0 and 1 exactly where none or all succeed', () => {
    expect(clopperPearson(0, 50)[0]).toBe(0);
    expect(clopperPearson(50, 50)[1]).toBe(1);
  });

  it('refuses impossible counts by name', () => {
    expect(() => clopperPearson(3, 2)).toThrow(/successes must be from 0 to 2, got 3/);
    expect(() => clopperPearson(0, 0)).toThrow(/trials/);
  });
});

describe('exact McNemar', () => {
  it('agrees with SciPy, also far in the tail', () => {
    for (const { b, c, p } of golden.mcnemar) expectClose(mcnemarExact(b, c), p, 1e-8);
  });

  it('gives 1 where the models never disagree', () => {
    expect(mcnemarExact(0, 0)).toBe(1);
  });

  it('refuses counts that are no counts', () => {
    expect(() => mcnemarExact(-1, 2)).toThrow(RangeError);
    expect(() => mcnemarExact(0.5, 2)).toThrow(RangeError);
  });
});

describe('Holm', () => {
  it('agrees with the closed form, ties included', () => {
    for (const { p, adjusted } of golden.holm) {
      holm(p).forEach((value, index) => expectClose(value, adjusted[index] ?? NaN, 1e-12));
    }
  });
});

describe('sign-flip test', () => {
  it('agrees with enumeration of all sign assignments', () => {
    for (const { differences, p } of golden.signFlip) {
      expectClose(signFlipTest(Int32Array.from(differences), { seed: 1 }), p, 1e-12);
    }
  });

  it('equals exact McNemar where every difference is one image', () => {
    for (const [b, c] of [
      [6, 1],
      [11, 30],
      [200, 260],
    ] as const) {
      const differences = Int32Array.from({ length: b + c }, (_, at) => (at < b ? 1 : -1));
      expectClose(signFlipTest(differences, { seed: 1 }), mcnemarExact(b, c), 1e-9);
    }
  });

  it('comes close to the exact p when it samples, and repeats itself for one seed', () => {
    const differences = Int32Array.from({ length: 300 }, (_, at) => (at % 5) - (at % 8 ? 2 : 1));
    const exact = signFlipTest(differences, { seed: 5 });
    const sampled = signFlipTest(differences, { seed: 5, exactWork: 0 });
    expect(exact).toBeGreaterThan(0.001);
    expect(exact).toBeLessThan(0.9);
    // five standard errors of 9,999 samples
    expect(Math.abs(sampled - exact)).toBeLessThan(5 * Math.sqrt((exact * (1 - exact)) / 9999));
    expect(signFlipTest(differences, { seed: 5, exactWork: 0 })).toBe(sampled);
    expect(signFlipTest(differences, { seed: 6, exactWork: 0 })).not.toBe(sampled);
  });
});

describe('isotonic fit', () => {
  it('agrees with the min-max formula', () => {
    for (const { totals, fit } of golden.isotonic) {
      [...isotonicFit(totals)].forEach((value, at) => expectClose(value, fit[at] ?? NaN, 1e-12));
    }
  });
});

describe('critical count', () => {
  it('agrees with an interpolated min-max fit on noisy tables, censored ones included', () => {
    const sides = new Set<string | number>();
    for (const { counts, wrong, trials, q, px } of golden.criticalCount) {
      const totals = wrong.map((each) => Uint32Array.of(each));
      const result = criticalCount({ counts, wrong, trials, totals, q });
      const value = result.censored ?? result.count;
      sides.add(typeof px === 'number' ? 'inside' : px);
      if (typeof px === 'number') expectClose(Number(value), px);
      else expect(value).toBe(px);
      // the only replicate is the table itself
      expect(result.interval).toEqual([value, value]);
    }
    expect(sides).toEqual(new Set(['inside', 'below', 'above']));
  });
});

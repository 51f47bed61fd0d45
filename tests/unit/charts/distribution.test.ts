import { describe, expect, test } from 'vitest';
import { cumulative, medianOf, shareUpTo, stepPath } from '../../../src/run/figure/cumulative.ts';
import { valueAxis } from '../../../src/charts/distribution/value-axis.ts';

describe('an empirical distribution', () => {
  const sample = cumulative([3, null, -1, 3]);

  test('steps up at each value and counts infinite ones in its denominator', () => {
    expect([-2, -1, 2, 3, 100].map((at) => shareUpTo(sample, at))).toEqual([
      0, 0.25, 0.25, 0.75, 0.75,
    ]);
  });

  test('has its median half way between the two in the middle', () => {
    expect(medianOf(cumulative([4, 1, 2, 10]))).toBe(3);
    expect(medianOf(cumulative([4, 1, 2]))).toBe(2);
  });

  test('has no finite median where half of it or more is infinite', () => {
    expect(medianOf(cumulative([1, null, null]))).toBeNull();
    expect(medianOf(cumulative([]))).toBeNull();
  });

  test('is drawn from the left end of the axis to the right one', () => {
    const same = (value: number) => value;
    expect(stepPath(sample, [0, 10], same, same)).toBe('M0.0 0.3H3.0V0.5H3.0V0.8H10.0');
  });
});

describe('an axis of values', () => {
  test('starts at zero with round ticks where no value is below', () => {
    const { domain, ticks } = valueAxis('r', [0.2, 3.1]);
    expect(domain[0]).toBe(0);
    expect(domain[1]).toBeGreaterThan(3.1);
    expect(ticks.map(({ label }) => label)).toEqual(['0', '1', '2', '3']);
  });

  test('reaches down to values below zero, with a true minus sign', () => {
    const { domain, ticks } = valueAxis('r', [-0.5, 0.9]);
    expect(domain[0]).toBeLessThan(-0.5);
    expect(ticks.map(({ label }) => label)).toEqual(['−0.5', '0', '0.5']);
  });

  test('is 0 to 1 where there is nothing to show', () => {
    const { domain, ticks } = valueAxis('r', []);
    expect(domain[0]).toBe(0);
    expect(ticks.at(-1)?.label).toBe('1');
  });
});

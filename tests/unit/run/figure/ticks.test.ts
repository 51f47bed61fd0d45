import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countAxis,
  logAxisWithZero,
  percentAxis,
  roundBounds,
} from '../../../../src/run/figure/axes.ts';
import { alongAxis, shownOn, thinTicks } from '../../../../src/run/figure/scale.ts';

const labels = (counts: readonly number[], width: number) =>
  thinTicks(countAxis('', counts), width).map(({ label }) => label);

test('all counts of the first experiment have room on a phone', () => {
  expect(labels([1, 2, 4, 8, 16, 32, 64], 250)).toEqual(['1', '2', '4', '8', '16', '32', '64']);
});

test('of 256 counts the ends and round numbers keep their labels', () => {
  const counts = Array.from({ length: 256 }, (_, at) => at + 1);
  const shown = labels(counts, 560);
  expect(shown).toEqual(expect.arrayContaining(['1', '2', '4', '8', '16', '32', '64', '256']));
  expect(shown.length).toBeLessThan(20);
});

test('counts that are 1, 2 or 5 times powers of ten keep these', () => {
  const counts = [1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200];
  expect(labels(counts, 210)).toEqual(['1', '2', '5', '10', '20', '50', '200']);
});

test('labels never overlap and keep both ends, whatever the counts', () => {
  const grids = fc.uniqueArray(fc.integer({ min: 1, max: 50_176 }), {
    minLength: 2,
    maxLength: 256,
  });
  fc.assert(
    fc.property(grids, fc.integer({ min: 220, max: 1400 }), (counts, width) => {
      const axis = countAxis('', counts);
      const shown = thinTicks(axis, width);
      expect(shown[0]?.at).toBe(Math.min(...counts));
      for (const [at, tick] of shown.entries()) {
        const next = shown[at + 1];
        if (next === undefined) continue;
        const gap = (alongAxis(axis, next.at) - alongAxis(axis, tick.at)) * width;
        expect(gap).toBeGreaterThanOrEqual(4 * (tick.label.length + next.label.length));
      }
    }),
    { seed: 7, numRuns: 60 },
  );
});

test('a percentage axis has five even steps and air at one end', () => {
  const close = percentAxis('', [90, 100], 'end');
  expect(close.ticks.map(({ label }) => label)).toEqual(['90', '92', '94', '96', '98', '100']);
  expect(close.domain).toEqual([90, 100.25]);
  expect(percentAxis('', [0, 10], 'start').domain).toEqual([-0.25, 10]);
});

test('round bounds enclose what they are given', () => {
  expect(roundBounds(0.128, 409.6)).toEqual([0.1, 500]);
  expect(roundBounds(2, 200)).toEqual([2, 200]);
  const positive = fc.double({ min: 1e-4, max: 1e4, noNaN: true });
  fc.assert(
    fc.property(positive, positive, (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const [under, over] = roundBounds(low, high);
      expect(under).toBeLessThanOrEqual(low * (1 + 1e-9));
      expect(over).toBeGreaterThanOrEqual(high * (1 - 1e-9));
      expect(over / high).toBeLessThan(2.6);
      expect(low / under).toBeLessThan(2.6);
    }),
    { seed: 7 },
  );
});

test('a logarithmic axis has a place for zero below its smallest value', () => {
  const axis = logAxisWithZero('', 0.128, 410);
  expect(axis.ticks.map(({ label }) => label)).toEqual(['0', '0.1', '1', '10', '100']);
  expect(axis.domain).toEqual([0.05, 500]);
  expect(alongAxis(axis, shownOn(axis, 0))).toBe(0);
  expect(alongAxis(axis, 500)).toBe(1);
});

test('one count has an axis, too', () => {
  const axis = countAxis('', [5]);
  expect(axis.domain[0]).toBeLessThan(5);
  expect(axis.domain[1]).toBeGreaterThan(5);
  expect(thinTicks(axis, 300).map(({ at }) => at)).toEqual([5]);
});

import { expect, test } from 'vitest';
import type { FigureSeries } from '../../../../src/run/figure/figure-types.ts';
import {
  bandPath,
  barsPath,
  nearestPosition,
  nearestSeries,
  placeSeries,
  sideStep,
} from '../../../../src/run/figure/place-series.ts';
import { seriesStyle } from '../../../../src/run/figure/series-style.ts';

function series(id: string, values: Readonly<Record<number, number>>): FigureSeries {
  return {
    id,
    name: id,
    style: seriesStyle(0),
    points: new Map(
      Object.entries(values).map(([x, y]) => [
        Number(x),
        { x: Number(x), y, interval: [y - 1, y + 1] as const, text: '', range: null, note: '' },
      ]),
    ),
  };
}

const toX = (x: number) => x * 100;
const toY = (y: number) => 200 - y;
const both = [series('a', { 1: 50, 2: 60 }), series('b', { 1: 51, 2: 10 })];

test('lines of one position stand side by side where there is room', () => {
  expect(sideStep(5, 84)).toBe(5);
  expect(sideStep(5, 20)).toBeCloseTo(2.75);
  expect(sideStep(5, 4)).toBe(0);
  expect(sideStep(1, 84)).toBe(0);
  const placed = placeSeries(both, [1, 2], 4, toX, toY);
  expect(placed.map(({ points }) => points.map(({ x }) => x))).toEqual([
    [98, 198],
    [102, 202],
  ]);
});

test('a position without a result leaves no point', () => {
  const placed = placeSeries([series('a', { 2: 60 })], [1, 2], 0, toX, toY);
  expect(placed[0]?.points.map(({ point }) => point.x)).toEqual([2]);
});

test('intervals become bars from end to end, and a closed band', () => {
  const [placed] = placeSeries([series('a', { 1: 50, 2: 60 })], [1, 2], 0, toX, toY);
  if (placed === undefined) throw new Error('nothing was placed');
  expect(barsPath(placed)).toBe('M100.0 151.0V149.0M200.0 141.0V139.0');
  expect(bandPath(placed)).toBe('M100.0 149.0L200.0 139.0L200.0 141.0L100.0 151.0Z');
});

test('a pointer means the nearest position and, within reach, the nearest line', () => {
  const placed = placeSeries(both, [1, 2], 0, toX, toY);
  expect(nearestPosition([1, 2], toX, 140)).toBe(1);
  expect(nearestPosition([1, 2], toX, 160)).toBe(2);
  expect(nearestSeries(placed, 2, { x: 200, y: 185 }, 40)).toBe('b');
  expect(nearestSeries(placed, 2, { x: 200, y: 100 }, 20)).toBeNull();
});

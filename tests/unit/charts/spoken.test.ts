import { expect, test } from 'vitest';
import type { FigurePanel } from '../../../src/run/figure/figure-types.ts';
import { spokenColumn } from '../../../src/charts/figure/spoken.ts';
import { seriesStyle } from '../../../src/run/figure/series-style.ts';

function line(id: string, y: number | null) {
  const point =
    y === null ? null : { x: 8, y, interval: null, text: `${y} %`, range: '1–2', note: '' };
  const points = new Map(point === null ? [] : [[8, point] as const]);
  return { id, name: id.toUpperCase(), style: seriesStyle(0), points };
}

function panel(name: string | null, lines: FigurePanel['series']): FigurePanel {
  const heading = name === null ? null : { name, style: seriesStyle(0) };
  return { id: name ?? 'all', heading, series: lines };
}

const models = [panel(null, [line('a', 99), line('b', null)])];
const facets = [
  panel('VGG', [line('a', 98), line('b', 91), line('c', 95)]),
  panel('ResNet', [line('a', null)]),
];

test('one panel speaks of every line with its interval', () => {
  expect(spokenColumn(models, '8 pixels', 8, null)).toBe(
    '8 pixels: A 99 %, interval 1–2; B not measured yet',
  );
});

test('several panels speak of the lowest and the highest line each', () => {
  expect(spokenColumn(facets, '8 pixels', 8, null)).toBe(
    '8 pixels: VGG from 91 % (B) to 98 % (A); ResNet not measured yet',
  );
});

test('a chosen line is spoken of alone, with its owner', () => {
  expect(spokenColumn(facets, '8 pixels', 8, { panel: 'VGG', series: 'c' })).toBe(
    '8 pixels: VGG, C 95 %, interval 1–2',
  );
});

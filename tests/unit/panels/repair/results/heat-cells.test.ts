import { expect, test } from 'vitest';
import { seriesStyle } from '../../../../../src/run/figure/series-style.ts';
import {
  changedHeat,
  heatScale,
} from '../../../../../src/panels/repair/results/changed/heat-cells.ts';
import type { ResultView } from '../../../../../src/panels/repair/results/view.ts';
import { modelNames } from '../../../../../src/run/finding/repair/repair-wording.ts';
import { constructRepair } from '../../../../support/constructed-repair.ts';

const result = constructRepair({
  images: 200,
  counts: [64, 4],
  clean: 196,
  right: (count) => (count === 64 ? 160 : 190),
  models: [
    { count: 4, clean: [1, 1], at: (count) => (count === 64 ? [30, 2] : [1, 5]) },
    { count: 64, clean: [1, 1], at: () => [0, 0] },
  ],
});
const view: ResultView = { result, nameOf: modelNames(result), styleOf: () => seriesStyle(0) };
const { heldOut } = result;
if (heldOut === null) throw new Error('the constructed repair has held-out images');
const setting = { value: 'replace', region: 1 } as const;

test('models stand against counts in increasing order, the original first', () => {
  const { columns, rows } = changedHeat(heldOut, setting, 'accuracy', view);
  expect(columns.map(({ name }) => name)).toEqual(['4', '64']);
  expect(rows.map(({ name }) => name)).toEqual(['Original', 'Repaired at 4', 'Repaired at 64']);
});

test('an accuracy is printed with its interval and tinted by its difference', () => {
  const [, repaired] = changedHeat(heldOut, setting, 'accuracy', view).rows;
  expect(heatScale(heldOut)).toBe(20);
  expect(repaired?.cells[1]).toMatchObject({
    text: '94.0',
    detail: '89.8–96.9',
    strength: expect.closeTo(0.7, 9),
    mark: 'gain',
  });
  expect(repaired?.cells[0]).toMatchObject({
    text: '93.0',
    strength: expect.closeTo(-0.1, 9),
    mark: null,
  });
});

test('what a cell rests on is said in full', () => {
  const [, repaired] = changedHeat(heldOut, setting, 'accuracy', view).rows;
  expect(repaired?.cells[1]?.note).toBe(
    'Repaired at 4, 64 changed pixels: 188 of 200 right, 94.0\u00a0% (89.8–96.9). Against the original 30 mended and 2 spoilt, p under 0.001, after Holm under 0.001. Pi 3.84: 12 of 200 eligible wrong.',
  );
});

test('differences leave the original out and have a sign and an interval', () => {
  const { rows } = changedHeat(heldOut, setting, 'difference', view);
  expect(rows.map(({ name }) => name)).toEqual(['Repaired at 4', 'Repaired at 64']);
  expect(rows[0]?.cells.map((cell) => cell?.text)).toEqual(['−2.0', '+14.0']);
  // Tango's score interval of 30 mended and 2 spoilt of 200.
  expect(rows[0]?.cells[1]?.detail).toBe('+9.2 to +19.8');
});

test('Pi is tinted towards gain where it falls, and carries no sign of the accuracy’s test', () => {
  const [before, repaired] = changedHeat(heldOut, setting, 'pi', view).rows;
  expect(before?.cells[1]).toMatchObject({ text: '12.8', strength: 0 });
  expect(repaired?.cells[1]).toMatchObject({
    text: '3.84',
    strength: expect.closeTo(0.7, 9),
    mark: null,
  });
});

test('a setting that was not tested has no cells', () => {
  expect(changedHeat(heldOut, { value: 'replace', region: 0.5 }, 'accuracy', view).columns).toEqual(
    [],
  );
});

import { expect, test } from 'vitest';
import type { Spec } from '../../../../../src/protocol/spec.ts';
import { estimatesOfResult } from '../../../../../src/panels/measure/answer/curve/estimate.ts';
import {
  cellOf,
  gridSettings,
  sameCell,
  tableGroups,
  tablePlaceOf,
} from '../../../../../src/panels/measure/answer/table/table-groups.ts';
import type { TableMeasure } from '../../../../../src/state/answer/view-store.ts';
import { constructSweep } from '../../../../support/constructed-sweep.ts';

const grid: Spec['grid'] = {
  counts: [16, 4],
  values: ['replace', { offset: 40 }],
  regions: [1, 0.5],
};

const result = await constructSweep({
  images: 40,
  models: [
    { id: 'vgg', wrongAt: ({ count }) => count },
    { id: 'alexnet', wrongAt: () => 1 },
  ],
  changes: { grid },
});

function groups(measure: TableMeasure) {
  const { spec } = result;
  return tableGroups(estimatesOfResult(result), measure, spec, gridSettings(spec.grid));
}

test('values and regions make groups, counts make rows in their order', () => {
  const all = groups('accuracy');
  expect(all.map(({ heading }) => heading)).toEqual([
    'Random values, whole image',
    'Random values, centred square of 50\u00a0% of the side',
    '±40, whole image',
    '±40, centred square of 50\u00a0% of the side',
  ]);
  expect(all[0]?.rows.map(({ x }) => x)).toEqual([4, 16]);
});

test('entries show the figure with its interval or denominator', () => {
  const entry = (measure: TableMeasure) => groups(measure)[0]?.rows[1]?.entries[0];
  expect(entry('accuracy')?.text).toBe('60.0\u00a0%');
  expect(entry('accuracy')?.detail).toMatch(/^\(\d\d\.\d–\d\d\.\d\)$/);
  expect(entry('wrong')).toMatchObject({ text: '16', detail: 'of 40' });
  expect(Number(entry('pi')?.text)).toBeCloseTo(0.4 / (16 / 4096), 0);
  expect(entry('delta')?.detail).toBe('of 255');
  expect(entry('wrong')?.note).toBe('16 of 40 eligible images wrong, seed 7');
});

test('a cell that was not measured has no entry', () => {
  const rows = tableGroups([], 'accuracy', result.spec, gridSettings(grid))[0]?.rows;
  expect(rows?.[0]?.entries).toEqual([null, null]);
});

test('every entry leads to its cell and back', () => {
  for (const setting of gridSettings(grid)) {
    const cell = { model: 'alexnet', count: 4, ...setting };
    const place = tablePlaceOf(cell);
    const found = place && cellOf(place, grid);
    expect(found).toEqual(cell);
    expect(sameCell(cell, found)).toBe(true);
    expect(sameCell(cell, found && { ...found, count: 16 })).toBe(false);
  }
});

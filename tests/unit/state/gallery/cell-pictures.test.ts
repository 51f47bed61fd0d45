import { beforeAll, describe, expect, it } from 'vitest';
import { imagesCsv } from '../../../../src/run/export/images-csv.ts';
import { formatPixelValue } from '../../../../src/run/pixel-values.ts';
import type { SweepRecord } from '../../../../src/run/sweep-types.ts';
import type { SweepResult } from '../../../../src/protocol/result.ts';
import {
  cellPictures,
  countPictures,
  pageOfPictures,
  worstCell,
} from '../../../../src/state/gallery/cell-pictures.ts';
import { experiment } from '../../../support/arithmetic-lane/experiment.ts';
import { localYard } from '../../../support/arithmetic-lane/open.ts';
import { finish } from '../../../support/arithmetic-lane/outcomes.ts';

let record: SweepRecord;
let result: SweepResult;

beforeAll(async () => {
  const outcome = await finish(experiment(localYard(), { draws: 3, eligibility: 'own' }));
  if (outcome.record === null || outcome.result === null) throw new Error('nothing was measured');
  ({ record, result } = outcome);
});

describe('the pictures behind a cell', () => {
  it('are as many as the figures say, for every cell', () => {
    for (const cell of result.cells) {
      const pictures = cellPictures(record, cell);
      expect(pictures?.images).toHaveLength(cell.eligible);
      expect(pictures?.wrong).toHaveLength(cell.wrong);
    }
    expect(Math.max(...result.cells.map(({ wrong }) => wrong))).toBeGreaterThan(0);
  });

  it('are the rows of images.csv', () => {
    const worst = worstCell(result);
    const pictures = worst && cellPictures(record, worst);
    if (!worst || !pictures) throw new Error('there is no worst cell');
    const rows = new Set([...imagesCsv(record)].map((line) => line.trimEnd()));
    const { length } = record.images.refs;
    const all = pageOfPictures(record, pictures, { show: 'all', draw: null }, 0, 3 * length);
    expect(all).toHaveLength(3 * pictures.images.length);
    for (const { image, draw, label, predicted } of all) {
      const setting = `${worst.count},${formatPixelValue(worst.value)},${worst.region}`;
      expect(rows).toContain(
        `${1000 + image},${label},${worst.model},${setting},${draw},${predicted}`,
      );
    }
    expect(all.filter(({ label, predicted }) => label !== predicted)).toEqual(pictures.wrong);
  });

  it('come in pages that join to the whole, for each filter', () => {
    const worst = worstCell(result);
    const pictures = worst && cellPictures(record, worst);
    if (!pictures) throw new Error('there is no worst cell');
    for (const show of ['wrong', 'all'] as const) {
      for (const draw of [null, 0, 2]) {
        const filter = { show, draw };
        const total = countPictures(pictures, filter);
        const whole = pageOfPictures(record, pictures, filter, 0, total + 5);
        expect(whole).toHaveLength(total);
        const joined = Array.from({ length: Math.ceil(total / 4) }, (_, page) =>
          pageOfPictures(record, pictures, filter, page * 4, 4),
        ).flat();
        expect(joined).toEqual(whole);
        if (draw !== null) expect(new Set(whole.map((each) => each.draw))).toEqual(new Set([draw]));
      }
    }
  });

  it('are not there for a cell that the run does not have', () => {
    const cell = { model: 'calm', count: 2, value: 'replace', region: 1 } as const;
    expect(cellPictures(record, cell)).toBeNull();
    expect(cellPictures(record, { ...cell, count: 4, model: 'nobody' })).toBeNull();
  });
});

describe('the worst cell', () => {
  it('has the lowest accuracy', () => {
    const worst = worstCell(result);
    const lowest = Math.min(...result.cells.map(({ accuracy }) => accuracy ?? 1));
    const cell = result.cells.find(
      ({ model, count, value, region }) =>
        model === worst?.model &&
        count === worst.count &&
        formatPixelValue(value) === formatPixelValue(worst.value) &&
        region === worst.region,
    );
    expect(cell?.accuracy).toBe(lowest);
  });

  it('is none where nothing was measured', () => {
    expect(worstCell({ cells: [] })).toBeNull();
  });
});

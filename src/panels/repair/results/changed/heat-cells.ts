import { integer, pText, percent, percentRange, pointsText } from '../../../../run/number-text.ts';
import type { Heat, HeatCell } from '../../../../charts/heat/heat-types.ts';
import type { RepairTable } from '../../../../protocol/repair-result.ts';
import { pairedDifference } from '../../../../run/finding/repair/paired-difference.ts';
import { changed } from '../../../../run/finding/repair/repair-wording.ts';
import {
  atCell,
  cellsOf,
  settingKey,
  type TestSetting,
} from '../../../../run/finding/repair/test-cells.ts';
import { markOf } from '../figures.ts';
import { piText } from '../parts/index-tracks.ts';
import type { HeatMeasure } from '../../../../state/repair/repair-view.ts';
import type { ResultView } from '../view.ts';

type CellRow = RepairTable['cells'][number];

/** Differences at which a tint is strongest, in per cent points: the first that fits all. */
const scales = [5, 10, 20, 50, 100] as const;

function differenceOf({ against, images }: CellRow, draws: number) {
  return against && pairedDifference(against, images, draws);
}

/** The difference, as per cent points, that has the strongest tint. */
export function heatScale(table: RepairTable): number {
  const sizes = table.cells.map(
    (row) => 100 * Math.abs(differenceOf(row, table.draws)?.difference ?? 0),
  );
  const most = Math.max(0, ...sizes);
  return scales.find((scale) => scale >= most - 1e-9) ?? 100;
}

/** 1 where no wrong answer is left, −1 where there were none before. */
function piStrength(pi: number, before: number): number {
  const most = Math.max(pi, before);
  return most === 0 ? 0 : (before - pi) / most;
}

function note(row: CellRow, draws: number, name: string): string {
  const { count, correct, images, accuracy, interval, against, pi, piInterval } = row;
  const share = accuracy === null ? '' : `, ${percent(accuracy)}`;
  const range = interval === null ? '' : ` (${percentRange(interval)})`;
  const parts = [
    `${name}, ${changed(count)}: ${integer(correct)} of ${integer(images * draws)} right${share}${range}.`,
  ];
  if (against !== null) {
    parts.push(
      `Against the original ${integer(against.mended)} mended and ${integer(against.spoilt)} spoilt, p ${pText(against.p)}, after Holm ${pText(against.pHolm)}.`,
    );
  }
  if (pi !== null) {
    const ends = piInterval === null ? '' : ` (${piInterval.map(piText).join('–')})`;
    parts.push(
      `Pi ${piText(pi)}${ends}: ${integer(row.wrong)} of ${integer(row.eligible * draws)} eligible wrong.`,
    );
  }
  return parts.join(' ');
}

interface Drawn {
  readonly text: string;
  readonly detail: string;
  readonly strength: number;
  readonly mark: HeatCell['mark'];
}

function drawn(
  row: CellRow,
  before: CellRow | null,
  draws: number,
  measure: HeatMeasure,
  scale: number,
): Drawn | null {
  const found = differenceOf(row, draws);
  const strength = found === null ? 0 : (100 * found.difference) / scale;
  const mark = markOf(row.against);
  switch (measure) {
    case 'accuracy':
      return row.accuracy === null
        ? null
        : {
            text: (row.accuracy * 100).toFixed(1),
            detail: row.interval === null ? '' : percentRange(row.interval),
            strength,
            mark,
          };
    case 'difference': {
      if (found === null) return null;
      const ends = found.interval?.map(pointsText).join(' to ') ?? '';
      return { text: pointsText(found.difference), detail: ends, strength, mark };
    }
    case 'pi':
      // The test compares right answers on all images: no sign of it beside Pi.
      return row.pi === null
        ? null
        : {
            text: piText(row.pi),
            detail: row.piInterval?.map(piText).join('–') ?? '',
            strength: before?.pi == null ? 0 : piStrength(row.pi, before.pi),
            mark: null,
          };
  }
}

/** Retrained models against test counts, at one value and region. */
export function changedHeat(
  table: RepairTable,
  setting: TestSetting,
  measure: HeatMeasure,
  { result, nameOf, styleOf }: ResultView,
): Heat {
  const cells = cellsOf(table)
    .filter((cell) => settingKey(cell) === settingKey(setting))
    .sort((a, b) => a.count - b.count);
  const scale = heatScale(table);
  const original = result.original.id;
  const all = table.clean.map(({ model }) => model);
  const models = measure === 'difference' ? all.filter((model) => model !== original) : all;
  return {
    rowHead: 'Model',
    columnTitle: 'Changed pixels of the test images',
    columns: cells.map(({ count }) => ({ id: String(count), name: integer(count) })),
    rows: models.map((model) => ({
      id: model,
      name: nameOf(model),
      style: styleOf(model),
      cells: cells.map((cell): HeatCell | null => {
        const row = atCell(table, cell, model);
        if (row === null) return null;
        const before = atCell(table, cell, original);
        const figure = drawn(row, before, table.draws, measure, scale);
        return figure && { ...figure, note: note(row, table.draws, nameOf(model)) };
      }),
    })),
  };
}

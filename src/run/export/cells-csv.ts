import { csvField } from '../../protocol/csv-field.ts';
import type { CellResult, SweepResult } from '../../protocol/result.ts';
import { formatPixelValue } from '../pixel-values.ts';

const COLUMNS = [
  'model',
  'count',
  'value',
  'region',
  'rectHeight',
  'rectWidth',
  'eligible',
  'wrong',
  'accuracy',
  'intervalLow',
  'intervalHigh',
  'pi',
  'piIntervalLow',
  'piIntervalHigh',
  'meanAbsDelta',
];

function cellLine(cell: CellResult): string {
  const fields = [
    csvField(cell.model),
    cell.count,
    formatPixelValue(cell.value),
    cell.region,
    ...cell.rect,
    cell.eligible,
    cell.wrong,
    cell.accuracy,
    ...(cell.interval ?? [null, null]),
    cell.pi,
    ...(cell.piInterval ?? [null, null]),
    cell.meanAbsDelta,
  ];
  return `${fields.map((field) => field ?? '').join(',')}\n`;
}

/**
 * The lines of cells.csv, one a model × cell: the cells of result.json with `value` as `replace`
 * or `offset:40` and pairs of numbers in two columns; empty where there is no number.
 */
export function* cellsCsv({ cells }: Pick<SweepResult, 'cells'>): Generator<string> {
  yield `${COLUMNS.join(',')}\n`;
  for (const cell of cells) yield cellLine(cell);
}

import type { RepairTable } from '../../../protocol/repair-result.ts';
import { formatPixelValue, samePixelValue } from '../../pixel-values.ts';

type CellRow = RepairTable['cells'][number];

/** Changed pixels that models are judged by. */
export type TestCell = Pick<CellRow, 'count' | 'value' | 'region'>;

/** A value and region, whatever the count. */
export type TestSetting = Pick<CellRow, 'value' | 'region'>;

function isAt(row: CellRow, { count, value, region }: TestCell): boolean {
  return row.count === count && row.region === region && samePixelValue(row.value, value);
}

/** A model's row at a test cell. */
export function atCell({ cells }: RepairTable, cell: TestCell, model: string): CellRow | null {
  return cells.find((row) => row.model === model && isAt(row, cell)) ?? null;
}

/** The rows of all models at a test cell, the original first. */
export function allAtCell({ cells }: RepairTable, cell: TestCell): CellRow[] {
  return cells.filter((row) => isAt(row, cell));
}

/** A text that two settings share only if they are the same. */
export function settingKey({ value, region }: TestSetting): string {
  return `${formatPixelValue(value)} ${region}`;
}

/** The test cells of a table, each once, in its order. */
export function cellsOf({ cells }: RepairTable): TestCell[] {
  const seen = new Map<string, TestCell>();
  for (const { count, value, region } of cells) {
    const key = `${count} ${settingKey({ value, region })}`;
    if (!seen.has(key)) seen.set(key, { count, value, region });
  }
  return [...seen.values()];
}

/** The values and regions of a table, each once, in its order. */
export function settingsOf(table: RepairTable): TestSetting[] {
  const seen = new Map<string, TestSetting>();
  for (const { value, region } of cellsOf(table)) {
    const setting = { value, region };
    if (!seen.has(settingKey(setting))) seen.set(settingKey(setting), setting);
  }
  return [...seen.values()];
}

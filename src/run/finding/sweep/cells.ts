import type { CellResult, SweepResult } from '../../../protocol/result.ts';
import type { SpecPixelValue } from '../../../protocol/spec.ts';
import { samePixelValue } from '../../pixel-values.ts';
import { wrongOf } from '../wording.ts';

/** A value and region of the grid. */
export interface Setting {
  readonly value: SpecPixelValue;
  readonly region: number;
}

/** What a table holds for one value and region. */
export function atSetting<T extends Setting>(rows: readonly T[], { value, region }: Setting): T[] {
  return rows.filter((row) => row.region === region && samePixelValue(row.value, value));
}

/** The cells of a value and region at one count that cover an image, most robust model first. */
export function cellsAt({ cells }: SweepResult, setting: Setting, count: number): CellResult[] {
  return atSetting(cells, setting)
    .filter((cell) => cell.count === count && cell.accuracy !== null)
    .sort((a, b) => wrongOf(a) - wrongOf(b));
}

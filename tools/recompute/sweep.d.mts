import type { ClassificationTable } from './table.mjs';
export interface RecomputedSweep {
  readonly clean: object;
  readonly eligible: object;
  readonly cells: readonly object[];
  readonly summary: readonly object[];
  readonly ranking: object;
}
export function recomputeSweep(result: object, table: ClassificationTable): RecomputedSweep;

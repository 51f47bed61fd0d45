import type { RecomputedSweep } from './sweep.mjs';
export function compareSweeps(
  recomputed: RecomputedSweep,
  reported: object,
): { values: number; numbers: number; differences: string[] };

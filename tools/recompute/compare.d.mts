import type { RecomputedAttack } from './attack.mjs';
import type { RecomputedSweep } from './sweep.mjs';
export function compareResults(
  recomputed: RecomputedSweep | RecomputedAttack,
  reported: object,
): { values: number; numbers: number; differences: string[] };

import type { RunResult } from '../../run/run-store.ts';
import type { RepairResult } from '../../../protocol/repair-result.ts';
import { attackNumbers } from './attack-numbers.ts';
import type { ResultNumbers } from './linked-number.ts';
import { repairNumbers } from './repair-numbers.ts';
import { sweepNumbers } from './sweep-numbers.ts';

export type LinkableResult = RunResult | RepairResult;

/** The numbers of a result; null where it does not cover all of its experiment. */
export function resultNumbers(result: LinkableResult): ResultNumbers | null {
  const { backend, complete, versions } = result.manifest;
  if (!complete) return null;
  const from = { backend, version: versions['pixelproof'] ?? '' };
  if (!('kind' in result)) return { kind: 'sweep', ...from, ...sweepNumbers(result) };
  if (result.kind === 'attack') return { kind: 'attack', ...from, ...attackNumbers(result) };
  return { kind: 'repair', ...from, ...repairNumbers(result) };
}

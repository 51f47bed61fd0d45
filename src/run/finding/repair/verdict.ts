import type { RepairTable } from '../../../protocol/repair-result.ts';

/** A comparison with the original; null for the original itself. */
export type Against = RepairTable['clean'][number]['against'];

/**
 * What a comparison with the original shows: `same` is not one answer changed, `open` that the data
 * do not decide.
 */
export type Verdict = 'gain' | 'loss' | 'open' | 'same';

/** Level of all tests of a repair, after Holm's correction. */
export const LEVEL = 0.05;

/** The verdict of a comparison; null where there is nothing to compare. */
export function verdictOf(against: Against): Verdict | null {
  if (against === null || against.pHolm === null) return null;
  const { mended, spoilt, pHolm } = against;
  if (mended + spoilt === 0) return 'same';
  if (pHolm > LEVEL || mended === spoilt) return 'open';
  return mended > spoilt ? 'gain' : 'loss';
}

/** How many comparisons came out in which way. */
export function countVerdicts(
  rows: readonly { readonly against: Against }[],
): Readonly<Record<Verdict, number>> {
  const counts = { gain: 0, loss: 0, open: 0, same: 0 };
  for (const { against } of rows) {
    const verdict = verdictOf(against);
    if (verdict !== null) counts[verdict] += 1;
  }
  return counts;
}

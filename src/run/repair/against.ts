import { holm } from '../../core/holm.ts';
import { mcnemarExact } from '../../core/mcnemar.ts';
import type { RepairTable } from '../../protocol/repair-result.ts';

/** A comparison with the original; null for the original itself. */
export type Against = RepairTable['clean'][number]['against'];

/**
 * Compares two models on the same images, one answer each.
 * @param before - by image: right before the repair
 * @param after - by image: right after it
 */
export function compareAnswers(before: readonly boolean[], after: readonly boolean[]): Against {
  let mended = 0;
  let spoilt = 0;
  for (const [image, was] of before.entries()) {
    if (!was && after[image] === true) mended += 1;
    if (was && after[image] !== true) spoilt += 1;
  }
  const p = before.length === 0 ? null : mcnemarExact(mended, spoilt);
  return { mended, spoilt, p, pHolm: null };
}

/** Fills in the Holm-adjusted p of all comparisons of a table together. */
export function withHolm<T extends { readonly against: Against }>(rows: readonly T[]): T[] {
  const found = rows.flatMap(({ against }) => against?.p ?? []);
  const adjusted = holm(found).values();
  return rows.map((row) => {
    const { against } = row;
    if (against === null || against.p === null) return row;
    return { ...row, against: { ...against, pHolm: adjusted.next().value ?? null } };
  });
}

import { pairedDifferenceInterval } from '../../core/paired-difference.ts';
import type { RepairResult, RepairTable } from '../../protocol/repair-result.ts';
import type { NameOf } from '../finding/wording.ts';
import type { CellDifference, Comparison } from './compare-types.ts';

type CellRow = RepairTable['cells'][number];

function cellDifference(
  before: CellRow | undefined,
  after: CellRow,
  draws: number,
): CellDifference | null {
  const { count, value, region, images, correct, against } = after;
  if (before === undefined || against === null) return null;
  const { mended: better, spoilt: worse, p, pHolm } = against;
  const trials = images * draws;
  return {
    count,
    value,
    region,
    images,
    draws,
    wrongBaseline: trials - before.correct,
    wrongOther: trials - correct,
    worse,
    better,
    difference: trials === 0 ? null : (worse - better) / trials,
    // A result keeps the pairs, not the images behind them: those of several draws hang together.
    interval:
      draws === 1
        ? pairedDifferenceInterval({ images, onlyFirst: better, onlySecond: worse })
        : null,
    p,
    pHolm,
  };
}

/**
 * The models of a repair beside the original, on the held-out images, all of which count: from the
 * pairs and tests of the result itself. With several draws, pairs are of classifications and there
 * is no interval. Null where the repair ended before they were judged.
 */
export function repairComparison(
  { heldOut, original, repaired }: Pick<RepairResult, 'heldOut' | 'original' | 'repaired'>,
  nameOf: NameOf,
): Comparison | null {
  if (heldOut === null) return null;
  const { images, draws, cells } = heldOut;
  const rowsOf = (id: string): CellRow[] => cells.filter(({ model }) => model === id);
  const before = rowsOf(original.id);
  return {
    baseline: nameOf(original.id),
    others: repaired.map(({ id }) => ({
      name: nameOf(id),
      reasons: [],
      eligible: { baseline: images, other: images, both: images },
      cellsLeftOut: 0,
      cells: rowsOf(id).flatMap((after, at) => cellDifference(before[at], after, draws) ?? []),
    })),
  };
}

import { holm } from '../../core/holm.ts';
import { meanDifferenceInterval } from '../../core/paired-difference.ts';
import { pairedSteps } from '../../core/paired-test.ts';
import { resampleRows } from '../resampling.ts';
import { runInSlices } from '../yielding.ts';
import { whyNotComparable } from './comparability.ts';
import type {
  CellDifference,
  ComparedModel,
  Comparison,
  ModelDifference,
} from './compare-types.ts';
import { sharedCells } from './shared-cells.ts';
import { eligibleOf, wrongDraws } from './wrong-draws.ts';

/** One cell before its interval and the correction for the number of tests. */
interface PairedCell extends Omit<CellDifference, 'interval' | 'pHolm'> {
  /** By image that counts: wrong draws of the other model minus those of the baseline. */
  readonly differences: Int32Array;
}

const both = (one: Uint8Array, other: Uint8Array): Uint8Array =>
  one.map((each, image) => each & (other[image] ?? 0));

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const each of values) total += each;
  return total;
};

function* pairedCells(
  baseline: ComparedModel,
  other: ComparedModel,
): Generator<void, PairedCell[]> {
  const eligible = both(eligibleOf(baseline), eligibleOf(other));
  const { plan, spec } = baseline.record;
  const cells: PairedCell[] = [];
  for (const shared of sharedCells(plan.cells, other.record.plan.cells)) {
    const first = wrongDraws(baseline, shared.baseline.index);
    const second = wrongDraws(other, shared.other.index);
    const counted = both(eligible, both(first.done, second.done));
    const { draws } = plan;
    const { seed } = spec;
    const { images, p } = yield* pairedSteps(
      { wrong: second.wrong, eligible: counted },
      { wrong: first.wrong, eligible: counted },
      { draws, seed },
    );
    const kept = [...counted.keys()].filter((image) => counted[image] === 1);
    const differences = Int32Array.from(
      kept,
      (image) => (second.wrong[image] ?? 0) - (first.wrong[image] ?? 0),
    );
    const { count, value, region } = shared.baseline;
    cells.push({
      count,
      value,
      region,
      images,
      draws,
      p,
      differences,
      wrongBaseline: sum(kept.map((image) => first.wrong[image] ?? 0)),
      wrongOther: sum(kept.map((image) => second.wrong[image] ?? 0)),
      worse: differences.filter((each) => each > 0).length,
      better: differences.filter((each) => each < 0).length,
      difference: images === 0 ? null : sum(differences) / (images * draws),
    });
    yield;
  }
  return cells;
}

/** The intervals of cells; with several draws all of them see the same resampled images. */
async function withIntervals(
  cells: readonly PairedCell[],
  seed: number,
): Promise<Omit<CellDifference, 'pHolm'>[]> {
  const isResampled = cells.some(({ draws }) => draws > 1);
  // A difference is never below −draws, so this column has no negative number.
  const column = ({ differences, draws }: PairedCell): Uint16Array =>
    Uint16Array.from(differences, (each) => each + draws);
  const rows = isResampled ? cells.map((cell) => [column(cell)]) : [];
  const totals = await resampleRows(rows, seed);
  return cells.map(({ differences, ...cell }, at) => {
    const own = totals[at]?.[0];
    const { draws } = cell;
    const interval = meanDifferenceInterval({ differences, draws, ...(own && { totals: own }) });
    return { ...cell, interval };
  });
}

function holmOverAll(
  others: readonly (Omit<ModelDifference, 'cells'> & {
    readonly cells: readonly Omit<CellDifference, 'pHolm'>[];
  })[],
): ModelDifference[] {
  const tests = others.flatMap(({ cells }) => cells.flatMap(({ p }) => p ?? []));
  const adjusted = holm(tests).values();
  return others.map(({ cells, ...other }) => ({
    ...other,
    cells: cells.map((cell) => ({
      ...cell,
      pHolm: cell.p === null ? null : (adjusted.next().value ?? null),
    })),
  }));
}

/**
 * Puts models beside a baseline, image by image. Where two cannot be compared, it says why and has
 * no cell. Works in slices of a few milliseconds.
 */
export async function compareModels(
  baseline: ComparedModel,
  others: readonly ComparedModel[],
): Promise<Comparison> {
  const found = [];
  for (const other of others) {
    const reasons = whyNotComparable(baseline, other);
    const [mine, theirs] = [eligibleOf(baseline), eligibleOf(other)];
    const paired = reasons.length > 0 ? [] : await runInSlices(pairedCells(baseline, other));
    const grids = [baseline, other].map(({ record }) => record.plan.cells.length);
    found.push({
      name: other.name,
      reasons,
      eligible: {
        baseline: sum(mine),
        other: sum(theirs),
        both: reasons.length > 0 ? 0 : sum(both(mine, theirs)),
      },
      cellsLeftOut: sum(grids) - 2 * paired.length,
      cells: await withIntervals(paired, baseline.record.spec.seed),
    });
  }
  return { baseline: baseline.name, others: holmOverAll(found) };
}

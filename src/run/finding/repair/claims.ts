import type { RepairResult, RepairTable } from '../../../protocol/repair-result.ts';
import { allAtCell, atCell, cellsOf, type TestCell } from './test-cells.ts';
import { pairedDifference } from './paired-difference.ts';
import { armOf, modelNames, shareText } from './repair-wording.ts';
import { verdictOf } from './verdict.ts';
import { pointsText } from '../../number-text.ts';

/** `partly`: in some of the comparisons and not in others. */
export type ClaimVerdict = 'holds' | 'fails' | 'partly' | 'open' | 'untested';

/** A claim of Zhang & Cai (2021), section 3.4, and what this repair says of it. */
export interface Claim {
  readonly claim: string;
  readonly verdict: ClaimVerdict;
  readonly because: string;
}

/** A loss on unchanged images that is still called none, as a share. */
const MARGIN = 0.02;

/** Of so many pairs, all agree or all differ by chance alone in 2 · 0.5⁶ = 3 % of cases (sign test). */
const FEWEST_PAIRS = 6;

type CellRow = RepairTable['cells'][number];

function cleanKept(result: RepairResult, { clean }: RepairTable): Claim {
  const claim = 'Accuracy on unchanged images is kept.';
  const rows = clean.filter(({ model }) => model !== result.original.id);
  const judged = rows.flatMap((row) => {
    const difference = row.against && pairedDifference(row.against, row.images, 1);
    return difference?.interval == null ? [] : [{ row, low: difference.interval[0] }];
  });
  const worst = judged.reduce<(typeof judged)[number] | null>(
    (least, each) => (least === null || each.low < least.low ? each : least),
    null,
  );
  if (worst === null) return { claim, verdict: 'untested', because: 'No image was judged.' };
  const names = modelNames(result);
  const losses = judged.filter(({ row }) => verdictOf(row.against) === 'loss');
  if (losses.length > 0) {
    const who = losses.map(({ row }) => names(row.model)).join(', ');
    const verdict = losses.length === judged.length ? 'fails' : 'partly';
    return { claim, verdict, because: `A loss is shown for: ${who}.` };
  }
  const atMost = `${pointsText(Math.min(0, worst.low))} points (${names(worst.row.model)}, n = ${worst.row.images})`;
  if (worst.low >= -MARGIN) {
    const because = `At worst, the 95 % interval of the difference reaches ${atMost}: within 2 points.`;
    return { claim, verdict: 'holds', because };
  }
  const because = `No loss is shown, but the 95 % interval of the difference reaches ${atMost}; 2 points or less would count as kept. More test images would decide it.`;
  return { claim, verdict: 'open', because };
}

function isAbove(a: CellRow, b: CellRow): boolean {
  return a.interval !== null && b.interval !== null && a.interval[0] > b.interval[1];
}

function cellText({ count }: TestCell): string {
  return String(count);
}

function smallerIsBetter(result: RepairResult, table: RepairTable): Claim {
  const claim = 'Fewer changed pixels in training (a smaller Num) repair better.';
  if (armOf(result) !== 'pixels') {
    const because = 'The samples of this repair are not changed pixels.';
    return { claim, verdict: 'untested', because };
  }
  const order = [...result.repaired].sort((a, b) => a.count - b.count);
  const fewest = order[0];
  const most = order.at(-1);
  if (fewest === undefined || most === undefined || fewest.count === most.count) {
    const because = 'There is one repaired model: two counts at least are needed.';
    return { claim, verdict: 'untested', because };
  }
  const pairs = cellsOf(table).flatMap((cell) => {
    const few = atCell(table, cell, fewest.id);
    const many = atCell(table, cell, most.id);
    return few?.interval && many?.interval ? [{ cell, few, many }] : [];
  });
  const better = pairs.filter(({ few, many }) => isAbove(few, many));
  const worse = pairs.filter(({ few, many }) => isAbove(many, few));
  const at = (cells: typeof pairs) => cells.map(({ cell }) => cellText(cell)).join(', ');
  const last = pairs.at(-1);
  if (last === undefined) return { claim, verdict: 'untested', because: 'No image was judged.' };
  const figures = `with ${cellText(last.cell)} pixels changed, the model repaired at ${fewest.count} gets ${shareText(last.few)} right and the one repaired at ${most.count} ${shareText(last.many)}`;
  if (better.length === 0 && worse.length === 0) {
    const because = `The intervals of the two ends overlap at every test count: ${figures}.`;
    return { claim, verdict: 'open', because };
  }
  if (better.length > 0 && worse.length > 0) {
    const because = `It depends on the test count: the model repaired at ${fewest.count} is better at ${at(better)}, the one repaired at ${most.count} at ${at(worse)}.`;
    return { claim, verdict: 'partly', because };
  }
  const [verdict, winner, loser, cells] =
    better.length > 0
      ? (['holds', fewest, most, better] as const)
      : (['fails', most, fewest, worse] as const);
  const because = `Where intervals are apart (${cells.length} of ${pairs.length} test counts: ${at(cells)}), the model repaired at ${winner.count} is better than the one at ${loser.count}; ${figures}.`;
  return { claim, verdict, because };
}

interface Concordance {
  agree: number;
  differ: number;
}

/** Pairs of models at one test cell that differ in both, by whether the smaller Pi is right more often. */
function concordance(rows: readonly CellRow[]): Concordance {
  const found: Concordance = { agree: 0, differ: 0 };
  for (const [at, one] of rows.entries()) {
    for (const other of rows.slice(at + 1)) {
      if (one.pi === null || other.pi === null) continue;
      const byPi = Math.sign(other.pi - one.pi);
      const byAccuracy = Math.sign((one.accuracy ?? 0) - (other.accuracy ?? 0));
      if (byPi === 0 || byAccuracy === 0) continue;
      if (byPi === byAccuracy) found.agree += 1;
      else found.differ += 1;
    }
  }
  return found;
}

function smallerPi(result: RepairResult, table: RepairTable): Claim {
  const claim = 'A smaller Pi goes with a higher accuracy.';
  let agree = 0;
  let differ = 0;
  for (const cell of cellsOf(table)) {
    const found = concordance(allAtCell(table, cell));
    agree += found.agree;
    differ += found.differ;
  }
  const all = agree + differ;
  if (all === 0) {
    const because =
      'No two models differ in both at any test count, so there is nothing to compare.';
    return { claim, verdict: result.spec.eligibility === 'all' ? 'untested' : 'open', because };
  }
  const found = `So it is in ${agree} of ${all} pairs of models that differ in both at the same test count`;
  if (all < FEWEST_PAIRS) {
    const because = `${found}: too few to tell, as so few agree or differ altogether by chance alone more often than once in 20 times. ${FEWEST_PAIRS} pairs at least are needed.`;
    return { claim, verdict: 'open', because };
  }
  const share = agree / all;
  const verdict: ClaimVerdict = share === 1 ? 'holds' : share >= 0.75 ? 'partly' : 'fails';
  const because = `${found}. Pi leaves out images that were wrong before the change; otherwise the two count the same answers.`;
  return { claim, verdict, because };
}

/** The paper's three claims about a repair, judged by held-out images; empty where none were judged. */
export function repairClaims(result: RepairResult): Claim[] {
  const { heldOut } = result;
  if (heldOut === null) return [];
  return [cleanKept(result, heldOut), smallerIsBetter(result, heldOut), smallerPi(result, heldOut)];
}

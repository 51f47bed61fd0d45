import type { RepairResult, RepairTable } from '../../../protocol/repair-result.ts';
import { rankCellOf } from '../../plan.ts';
import { armOf, changed, modelNames, ofModels, shareText } from './repair-wording.ts';
import { sentence } from '../wording.ts';
import { allAtCell } from './test-cells.ts';
import { countVerdicts, verdictOf } from './verdict.ts';
import { pPhrase } from '../../number-text.ts';

type CellRow = RepairTable['cells'][number];

/** The rows of all models at the cell that the experiment names beforehand, the original first. */
export function rowsJudged(result: RepairResult, table: RepairTable): CellRow[] {
  return allAtCell(table, rankCellOf(result.spec));
}

function oneModel(result: RepairResult, before: CellRow, after: CellRow, name: string): string {
  const to = `${shareText(after)} of the images right, ${shareText(before)} before`;
  const how = armOf(result) === 'pixels' ? 'repaired' : 'retrained';
  const { mended = 0, spoilt = 0, pHolm = 1 } = after.against ?? {};
  const test = pHolm === null ? '' : `, ${pPhrase(pHolm)}`;
  const at = `With ${changed(after.count)}, the ${how} ${name} gets ${to}`;
  switch (verdictOf(after.against)) {
    case 'gain':
      return `${at}: a gain (${mended} mended, ${spoilt} spoilt${test}).`;
    case 'loss':
      return `${at}: a loss (${mended} mended, ${spoilt} spoilt${test}).`;
    case 'same':
      return `${at}: not one answer changed.`;
    case 'open':
      return `${at}: these images do not decide whether it changed (${mended} mended, ${spoilt} spoilt${test}).`;
    case null:
      return `${at}.`;
  }
}

function extremesOf(rows: readonly CellRow[], nameOf: (id: string) => string): string {
  const sorted = [...rows].sort((a, b) => (a.accuracy ?? 0) - (b.accuracy ?? 0));
  const least = sorted[0];
  const most = sorted.at(-1);
  if (least === undefined || most === undefined) return '';
  if (least.accuracy === most.accuracy) return `after it all get ${shareText(most)}`;
  return `after it from ${shareText(least)} (${nameOf(least.model)}) to ${shareText(most)} (${nameOf(most.model)})`;
}

function severalModels(
  result: RepairResult,
  before: CellRow,
  after: readonly CellRow[],
): ChangedFinding {
  const { gain, loss, open, same } = countVerdicts(after);
  const undecided = open + same;
  const all = after.length;
  const right = 'more images right than the original';
  const parts: string[] = [];
  if (gain > 0) parts.push(`${ofModels(gain, all)} ${gain === 1 ? 'gets' : 'get'} ${right}`);
  if (loss > 0) {
    const who = gain > 0 ? String(loss) : ofModels(loss, all);
    const fewer = gain > 0 ? 'fewer' : 'fewer images right than the original';
    parts.push(`${who} ${loss === 1 ? 'gets' : 'get'} ${fewer}`);
  }
  if (gain + loss === 0) parts.push(`no repaired model can be told apart from the original`);
  else if (undecided > 0) parts.push(`for ${undecided} the images do not decide`);
  const names = modelNames(result);
  const figures = `Before the repair ${shareText(before)} of the images are right, ${extremesOf(after, names)}.`;
  return { headline: `With ${changed(before.count)}, ${parts.join('; ')}.`, figures: [figures] };
}

/** What is said of changed images. */
interface ChangedFinding {
  readonly headline: string;
  /** The figures behind it, where they do not fit into it. */
  readonly figures: readonly string[];
}

/** What the repair did to the changed images at the cell that was named beforehand. */
export function changedFinding(
  result: RepairResult,
  table: RepairTable,
  original: string,
): ChangedFinding | null {
  const rows = rowsJudged(result, table);
  const before = rows.find(({ model }) => model === result.original.id);
  const after = rows.filter(({ model }) => model !== result.original.id);
  const [only] = after;
  if (before === undefined || only === undefined || before.accuracy === null) return null;
  if (rows.every(({ images, correct }) => correct === images * table.draws)) {
    const headline = `Nothing was there to repair: with ${changed(before.count)}, every model gets all ${before.images} images right, before and after.`;
    return { headline, figures: [] };
  }
  if (after.length === 1) {
    return { headline: oneModel(result, before, only, original), figures: [] };
  }
  return severalModels(result, before, after);
}

/** All comparisons on changed images together, where there is more than the headline's. */
export function changedDetail(result: RepairResult, table: RepairTable): string[] {
  const rows = table.cells.filter(({ model }) => model !== result.original.id);
  if (rows.length <= rowsJudged(result, table).length - 1) return [];
  const { gain, loss, open, same } = countVerdicts(rows);
  const undecided = open + same;
  const parts = [
    `${gain} ${gain === 1 ? 'gain' : 'gains'}`,
    `${loss} ${loss === 1 ? 'loss' : 'losses'}`,
    `${undecided} undecided`,
  ];
  return [
    sentence(
      `over all ${rows.length} comparisons with changed pixels: ${parts.join(', ')} (Holm-corrected, p ≤ 0.05).`,
    ),
  ];
}

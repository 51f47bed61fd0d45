import type { RepairResult, RepairTable } from '../../../protocol/repair-result.ts';
import { rowsJudged } from './changed-finding.ts';
import { ofModels, shareText } from './repair-wording.ts';
import { sentence } from '../wording.ts';
import { countVerdicts, verdictOf } from './verdict.ts';
import { pPhrase } from '../../number-text.ts';

/** What unchanged images do that lose: they pay for a gain alone. */
function lossVerb(result: RepairResult, table: RepairTable, model: string): string {
  const changed = rowsJudged(result, table).find((row) => row.model === model);
  switch (changed === undefined ? null : verdictOf(changed.against)) {
    case 'gain':
      return 'pay for it';
    case 'loss':
      return 'lose too';
    default:
      return 'lose';
  }
}

/** What the repair did to images without changed pixels, in a sentence; null where nothing is known. */
export function cleanFinding(result: RepairResult, table: RepairTable): string | null {
  const { clean } = table;
  const before = clean.find(({ model }) => model === result.original.id);
  const after = clean.filter(({ model }) => model !== result.original.id);
  const [only] = after;
  if (before === undefined || only === undefined || before.accuracy === null) return null;
  if (after.length === 1) {
    const figures = `${shareText(before)} before and ${shareText(only)} after`;
    const { mended = 0, spoilt = 0, pHolm = null } = only.against ?? {};
    const test = pHolm === null ? '' : `, ${pPhrase(pHolm)}`;
    const pairs = `${mended} mended, ${spoilt} spoilt${test}`;
    switch (verdictOf(only.against)) {
      case 'gain':
        return `Unchanged images gain: ${figures} (${pairs}).`;
      case 'loss':
        return `Unchanged images ${lossVerb(result, table, only.model)}: ${figures} (${pairs}).`;
      case 'same':
        return `On unchanged images not one answer changed: ${figures}.`;
      default:
        return `On unchanged images, no difference is shown: ${figures} (${pairs}).`;
    }
  }
  const { gain, loss } = countVerdicts(after);
  const range = after.map((row) => row.accuracy ?? 0);
  const least = after.find(({ accuracy }) => accuracy === Math.min(...range));
  const lowest = least === undefined ? '' : `, ${shareText(least)} at the lowest after`;
  const figures = `${shareText(before)} before${lowest}`;
  if (gain + loss === 0) {
    return `On unchanged images, no repaired model differs from the original: ${figures}.`;
  }
  const parts = [
    ...(loss > 0 ? [`${ofModels(loss, after.length)} lose${loss === 1 ? 's' : ''}`] : []),
    ...(gain > 0 ? [`${ofModels(gain, after.length)} gain${gain === 1 ? 's' : ''}`] : []),
  ];
  return sentence(`${parts.join(' and ')} on unchanged images: ${figures}.`);
}

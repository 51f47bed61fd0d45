import type { RepairResult } from '../../../protocol/repair-result.ts';
import { attackFinding } from './attack-finding.ts';
import { changedDetail, changedFinding } from './changed-finding.ts';
import { cleanFinding } from './clean-finding.ts';
import { distanceFinding } from './distance-finding.ts';

/** What a repair shows, in sentences. */
export interface RepairFinding {
  readonly headline: string;
  readonly details: readonly string[];
}

/** Why a part of the answer is not there, for a person. */
export function missingBecause({ manifest }: Pick<RepairResult, 'manifest'>, part: string): string {
  return manifest.complete
    ? `This repair left out ${part}.`
    : `The run ended before ${part} came to an end.`;
}

/** What is said where no held-out image was judged; the rest of the answer may still exist. */
function notJudged(result: RepairResult): RepairFinding {
  const models = result.repaired.length;
  const trained = `${models} ${models === 1 ? 'model was' : 'models were'} repaired`;
  return {
    headline: `${trained}, but not judged on held-out images: whether the repair helps is not known.`,
    details: [
      missingBecause(result, 'the judgement on held-out images'),
      ...attackFinding(result),
      ...distanceFinding(result),
    ],
  };
}

/**
 * Says what a repair changed, by held-out images, and what the data do not decide. Differences are
 * claimed on paired tests alone, corrected by Holm at the 5 % level; estimates have 95 % intervals.
 * @param nameOf name of the original for a person
 */
export function describeRepair(
  result: RepairResult,
  nameOf: (id: string) => string,
): RepairFinding {
  const { heldOut, original } = result;
  if (heldOut === null) return notJudged(result);
  const found = changedFinding(result, heldOut, nameOf(original.id));
  const clean = cleanFinding(result, heldOut);
  const rest = [
    ...changedDetail(result, heldOut),
    ...attackFinding(result),
    ...distanceFinding(result),
  ];
  if (found === null) {
    return {
      headline: clean ?? 'No held-out image was judged, so nothing can be said.',
      details: rest,
    };
  }
  const details = [...found.figures, ...(clean === null ? [] : [clean]), ...rest];
  return { headline: found.headline, details };
}

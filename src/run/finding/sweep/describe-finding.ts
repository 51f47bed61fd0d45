import type { SweepResult } from '../../../protocol/result.ts';
import { AGREEMENT_NOTE, measureWords } from '../measure-words.ts';
import { comparisons } from './comparisons.ts';
import { criticalCountFinding } from './critical-count-finding.ts';
import { nothingWrong } from './nothing-wrong.ts';
import { settingFinding } from './setting-finding.ts';
import { accuracyHeadline, extremes, oneCellHeadline } from './share-finding.ts';
import { type Finding, type NameOf } from '../wording.ts';

/** Below this one wrong image is more than 5 % of all. */
const RESOLVES_FIVE_PER_CENT = 20;
/** Fewest images of which none wrong puts the 95 % interval under 5 %: 1 − 0.025^(1/n) < 0.05. */
const SHOWS_UNDER_FIVE_PER_CENT = 72;

function nothingEligible({ eligibility, manifest }: SweepResult): Finding {
  const who = eligibility === 'own' ? 'any model' : 'all models';
  return {
    headline: manifest.complete
      ? `No image is classified correctly by ${who}, so nothing could be counted.`
      : 'Nothing was finished, so nothing can be said yet.',
    details: [manifest.complete ? 'Choose more images and run again.' : 'Continue the run.'],
  };
}

function sizeNote({ summary, spec }: SweepResult, eligible: number): string[] {
  const claimsUnder = summary.some(({ px5 }) => px5?.censored === 'above');
  if (!claimsUnder || spec.draws > 1 || eligible >= SHOWS_UNDER_FIVE_PER_CENT) return [];
  return [
    `With fewer than ${SHOWS_UNDER_FIVE_PER_CENT} images, no run can show that a model stays under 5 %.`,
  ];
}

function describeCounts(result: SweepResult, eligible: number, nameOf: NameOf): Finding {
  const rest = [...extremes(result, nameOf), ...comparisons(result, nameOf)];
  if (eligible < RESOLVES_FIVE_PER_CENT && result.spec.draws === 1) {
    const one = ((100 * 1) / eligible).toFixed(0);
    return {
      headline: `${eligible} eligible ${eligible === 1 ? 'image is' : 'images are'} too few to say where 5 % ${measureWords(result.spec).goBad}: one is already ${one} %.`,
      details: rest,
    };
  }
  const { headline, details } = criticalCountFinding(result, nameOf);
  return { headline, details: [...details, ...rest, ...sizeNote(result, eligible)] };
}

function describe(result: SweepResult, nameOf: NameOf): Finding {
  const { counts, values, regions } = result.spec.grid;
  const measured = result.cells.filter(({ accuracy }) => accuracy !== null);
  const eligible = Math.max(0, ...measured.map((cell) => cell.eligible));
  if (eligible === 0) return nothingEligible(result);
  if (result.eligibility !== 'all' && measured.every(({ wrong }) => wrong === 0)) {
    return nothingWrong(result, nameOf);
  }
  if (values.length > 1 || regions.length > 1) {
    const [headline = '', ...details] = settingFinding(result, nameOf);
    return { headline, details: [...details, ...comparisons(result, nameOf)] };
  }
  if (result.eligibility === 'all') {
    return { headline: accuracyHeadline(result, nameOf), details: comparisons(result, nameOf) };
  }
  if (counts.length === 1) {
    return { headline: oneCellHeadline(result, nameOf), details: comparisons(result, nameOf) };
  }
  return describeCounts(result, eligible, nameOf);
}

/**
 * Says what a result shows, and what it does not decide.
 *
 * A sweep of counts leads with PX5, a sweep of values or regions with what they change at the
 * ranked count, a single cell with wrong images and Pi; every estimate has its 95 % interval.
 * Models are compared by the paired tests of `result.ranking`, corrected by Holm at the 5 % level.
 * @param nameOf name of a model for a person
 */
export function describeFinding(result: SweepResult, nameOf: NameOf): Finding {
  const { headline, details } = describe(result, nameOf);
  if (result.measure !== 'agreement') return { headline, details };
  return { headline, details: [AGREEMENT_NOTE, ...details] };
}

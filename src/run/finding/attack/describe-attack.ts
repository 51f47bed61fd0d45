import type { AttackResult } from '../../../protocol/attack-result.ts';
import { ATTACK_AGREEMENT_NOTE } from '../measure-words.ts';
import type { Finding, NameOf } from '../wording.ts';
import { epsilonsOf } from '../../attack/attack-names.ts';
import { noExamples } from './no-examples.ts';
import {
  differencesText,
  fewestText,
  growthText,
  restorationHeadline,
  restorationsAt,
} from './restoration.ts';
import { fewText, successText, zeroText } from './success.ts';

function nothingAttacked({ eligibility, manifest }: AttackResult): Finding {
  if (!manifest.complete) {
    return {
      headline: 'Nothing was finished, so nothing can be said yet.',
      details: ['Run it again.'],
    };
  }
  const who = eligibility === 'own' ? 'any model' : 'all models';
  return {
    headline: `No image is classified correctly by ${who}, so nothing could be attacked.`,
    details: ['Choose more images and run again.'],
  };
}

/** The strengths of which an image was attacked. */
function triedEpsilons({ spec, attacks }: AttackResult): number[] {
  const epsilons = spec.attack === undefined ? [] : epsilonsOf(spec.attack);
  return epsilons.filter((epsilon) =>
    attacks.some((each) => each.epsilon === epsilon && each.eligible > 0),
  );
}

/** The strength a finding speaks of first: the one with most examples, so the largest. */
function leading(result: AttackResult): number | null {
  const epsilons = triedEpsilons(result);
  return epsilons.length === 0 ? null : Math.max(...epsilons);
}

/** What random pixels do to the examples of the gentlest attack, where there are several. */
function gentlest(result: AttackResult, strongest: number | null, nameOf: NameOf): string[] {
  const epsilons = triedEpsilons(result);
  const least = Math.min(...epsilons);
  if (epsilons.length < 2 || least === strongest) return [];
  const found = restorationsAt(result, least, nameOf);
  const restored = restorationHeadline(result, least, found);
  return restored === '' ? [] : [restored];
}

function describe(result: AttackResult, nameOf: NameOf): Finding {
  if (result.attacks.every(({ eligible }) => eligible === 0)) return nothingAttacked(result);
  if (result.attacks.every(({ examples }) => examples.count === 0)) {
    return noExamples(result, nameOf);
  }
  const epsilon = leading(result);
  const found = restorationsAt(result, epsilon, nameOf);
  const success = successText(result, epsilon, nameOf);
  const more = gentlest(result, epsilon, nameOf);
  const limits = [...zeroText(result, nameOf), ...fewText(result, epsilon, nameOf)];
  if (found.length === 0) {
    const [headline = '', ...rest] = [...success, ...more];
    return { headline, details: [...rest, ...limits] };
  }
  return {
    headline: restorationHeadline(result, epsilon, found),
    details: [
      ...fewestText(found),
      ...growthText(found),
      ...differencesText(found),
      ...success,
      ...more,
      ...limits,
    ],
  };
}

/**
 * Says what an attack shows, and what it does not decide: how many examples are restored by the
 * most random pixels of the grid and by the fewest, whether that grows, which models differ, and
 * how often an example could be made at all. It speaks of the largest epsilon, then of the smallest,
 * at the first value and region of the grid. Models and counts are told apart where their 95 %
 * intervals leave a gap, which is cautious.
 * @param nameOf name of a model for a person
 */
export function describeAttack(result: AttackResult, nameOf: NameOf): Finding {
  const { headline, details } = describe(result, nameOf);
  if (result.measure !== 'agreement') return { headline, details };
  return { headline, details: [ATTACK_AGREEMENT_NOTE, ...details] };
}

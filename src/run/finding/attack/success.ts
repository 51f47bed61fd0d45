import type { AttackOutcome, AttackResult } from '../../../protocol/attack-result.ts';
import { listOf, type NameOf } from '../wording.ts';
import { attackText, shareText, sharesApart } from './attack-wording.ts';

/** Share of the gradient's values from which its zeros are worth a word. */
const MANY_ZEROS = 0.05;
/** Fewer examples than this leave intervals wider than half the scale. */
const FEW_EXAMPLES = 16;

/** The outcomes of one strength, fewest examples first. */
export function outcomesAt({ attacks }: AttackResult, epsilon: number | null): AttackOutcome[] {
  return attacks
    .filter((each) => each.epsilon === epsilon && each.examples.share !== null)
    .sort((a, b) => (a.examples.share ?? 0) - (b.examples.share ?? 0));
}

/** How often an attack of one strength makes an example. */
export function successText(
  result: AttackResult,
  epsilon: number | null,
  nameOf: NameOf,
): string[] {
  const { attack } = result.spec;
  const found = outcomesAt(result, epsilon);
  const least = found[0];
  const most = found.at(-1);
  if (attack === undefined || least === undefined || most === undefined) return [];
  const made = attackText(attack, { epsilon });
  const start = `${made.charAt(0).toUpperCase()}${made.slice(1)} makes an adversarial example of`;
  const first = `${start} ${shareText(most.examples)} of the images of ${nameOf(most.model)}`;
  if (least === most) return [`${first}.`];
  const doubt = sharesApart(least.examples, most.examples) ? '' : '; intervals overlap';
  return [`${first} and ${shareText(least.examples)} of those of ${nameOf(least.model)}${doubt}.`];
}

/** Where the attack had no direction to go in: derivatives that are exactly zero. */
export function zeroText({ attacks }: AttackResult, nameOf: NameOf): string[] {
  const worst = attacks.reduce<AttackOutcome | null>(
    (most, each) => ((each.zeroGradients ?? 0) > (most?.zeroGradients ?? 0) ? each : most),
    null,
  );
  const stuck = Math.max(0, ...attacks.map(({ withoutGradient }) => withoutGradient));
  const share = worst?.zeroGradients ?? 0;
  if (worst === null || (share < MANY_ZEROS && stuck === 0)) return [];
  const zeros = `Up to ${(100 * share).toFixed(1)} % of the gradient’s values are exactly 0 (${nameOf(worst.model)}), and these bytes stay as they are`;
  if (stuck === 0) return [`${zeros}.`];
  const images = stuck === 1 ? '1 image has' : `${stuck} images have`;
  return [`${zeros}; ${images} no gradient at all and cannot be attacked.`];
}

/** Which models have too few examples to say much. */
export function fewText(result: AttackResult, epsilon: number | null, nameOf: NameOf): string[] {
  const few = outcomesAt(result, epsilon).filter(({ examples }) => examples.count < FEW_EXAMPLES);
  if (few.length === 0) return [];
  const each = few.map(({ model, examples }) => `${nameOf(model)} (${examples.count})`);
  return [`Few examples, so wide intervals: ${listOf(each)}.`];
}

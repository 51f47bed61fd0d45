import type { AttackOutcome, AttackResult } from '../../../protocol/attack-result.ts';
import { attackName, epsilonsOf } from '../../attack/attack-names.ts';
import { listOf, type Finding, type NameOf } from '../wording.ts';
import { shareText } from './attack-wording.ts';
import { zeroText } from './success.ts';

function nameOfAttack({ spec: { attack } }: AttackResult): string {
  if (attack === undefined) return 'The attack';
  const name = attackName(attack);
  return attack.kind === 'one-pixel' ? `The ${name} search` : name;
}

/** The largest strength that every one of these models was attacked with; null where none was. */
function sharedReach(tried: readonly AttackOutcome[], models: readonly string[]): number | null {
  const epsilons = tried.flatMap(({ epsilon }) => epsilon ?? []);
  const shared = epsilons.filter((epsilon) =>
    models.every((id) => tried.some((each) => each.model === id && each.epsilon === epsilon)),
  );
  return shared.length === 0 ? null : Math.max(...shared);
}

function headlineOf(result: AttackResult, nameOf: NameOf): string {
  const name = nameOfAttack(result);
  const { attack } = result.spec;
  const epsilons = attack === undefined ? [] : epsilonsOf(attack);
  const upTo = (epsilon: number | null) => (epsilon === null ? '' : ` with ε up to ${epsilon}`);
  if (result.manifest.complete) {
    const reach = epsilons.length === 0 ? null : Math.max(...epsilons);
    return `${name}${upTo(reach)} makes not one adversarial example.`;
  }
  const tried = result.attacks.filter(({ eligible }) => eligible > 0);
  const models = [...new Set(tried.map(({ model }) => model))];
  const reach = sharedReach(tried, models);
  const here = reach === null ? tried : tried.filter(({ epsilon }) => (epsilon ?? 0) <= reach);
  const [fewest] = [...here].sort((a, b) => a.eligible - b.eligible);
  const share =
    fewest === undefined
      ? ''
      : models.length === 1
        ? `: ${shareText(fewest.examples)} of ${images(fewest.eligible)}`
        : `: ${shareText(fewest.examples)} of the fewest, ${images(fewest.eligible)} of ${nameOf(fewest.model)}`;
  return `So far, ${name.replace(/^The/, 'the')}${upTo(reach)} makes not one adversarial example of ${listOf(models.map(nameOf))}${share}.`;
}

function images(count: number): string {
  return `${count} ${count === 1 ? 'image' : 'images'}`;
}

/** Said of an attack that never succeeded; of a run that is not complete, what it tried. */
export function noExamples(result: AttackResult, nameOf: NameOf): Finding {
  return {
    headline: headlineOf(result, nameOf),
    details: ['There is nothing for random pixels to restore.', ...zeroText(result, nameOf)],
  };
}

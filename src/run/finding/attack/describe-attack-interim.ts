import type { AttackSpec } from '../../../protocol/attack-spec.ts';
import type { AttackTally } from '../../attack/attack-types.ts';
import { attackText, randomPixels } from './attack-wording.ts';

/**
 * What an attack shows so far over all models, at the largest epsilon and at the most random pixels
 * of the first value and region; null before an image has been attacked.
 */
export function describeAttackInterim(
  attack: AttackSpec,
  tallies: readonly AttackTally[],
  draws: number,
): string | null {
  const last = tallies.reduce<AttackTally | null>(
    (most, each) => ((each.epsilon ?? 0) > (most?.epsilon ?? -1) ? each : most),
    null,
  );
  const here = tallies.filter(({ epsilon }) => epsilon === last?.epsilon);
  const attacked = here.reduce((sum, each) => sum + each.attacked, 0);
  if (last === null || attacked === 0) return null;
  const examples = here.reduce((sum, each) => sum + each.examples, 0);
  const start = `So far, ${attackText(attack, last)} has made ${examples} ${examples === 1 ? 'example' : 'examples'} in ${attacked} tries`;
  const cell = last.cells.reduce<(typeof last.cells)[number] | null>(
    (most, each) => (each.count > (most?.count ?? 0) ? each : most),
    null,
  );
  if (examples === 0 || cell === null) return `${start}.`;
  const restored = here.reduce(
    (sum, each) => sum + (each.cells.find(({ cell: at }) => at === cell.cell)?.restored ?? 0),
    0,
  );
  const share = ((100 * restored) / (examples * draws)).toFixed(1);
  return `${start}; ${randomPixels(cell.count)} ${cell.count === 1 ? 'restores' : 'restore'} ${share} % of these.`;
}

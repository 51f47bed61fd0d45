import type { AttackOutcome, AttackResult, Share } from '../../protocol/attack-result.ts';
import { epsilonsOf } from '../attack/attack-names.ts';
import { placeFault } from './check-result.ts';

type AttackKey = Pick<AttackOutcome, 'model' | 'epsilon' | 'pixels'>;

function attackFault({ spec, models }: AttackResult, key: AttackKey): string | null {
  const { attack } = spec;
  if (!models.some(({ id }) => id === key.model)) return `model: ${key.model} is not one of models`;
  if (attack === undefined) return null;
  if (attack.kind === 'one-pixel') {
    return key.pixels === attack.pixels ? null : `pixels: ${key.pixels} is not spec.attack.pixels`;
  }
  return key.epsilon !== null && epsilonsOf(attack).includes(key.epsilon)
    ? null
    : `epsilon: ${key.epsilon} is not one of spec.attack.epsilon`;
}

function shareFault(name: string, { count, interval }: Share, most: number): string | null {
  if (count > most) return `${name}.count: ${count} of ${most}`;
  return interval !== null && interval[0] > interval[1]
    ? `${name}.interval: its lower end is above its upper end`
    : null;
}

/**
 * Checks what a schema cannot: that the parts of an attack's result belong together.
 * @returns one line that starts with the field at fault; null if there is none
 */
export function attackResultFault(result: AttackResult): string | null {
  if (result.spec.attack === undefined) return 'spec.attack: missing';
  for (const [index, each] of result.attacks.entries()) {
    const fault = attackFault(result, each) ?? shareFault('examples', each.examples, each.eligible);
    if (fault !== null) return `attacks[${index}].${fault}`;
  }
  for (const [index, cell] of result.cells.entries()) {
    const most = cell.examples * result.spec.draws;
    const fault =
      placeFault(result, cell) ??
      attackFault(result, cell) ??
      shareFault('restored', cell.restored, most) ??
      shareFault('stillAdversarial', cell.stillAdversarial, most) ??
      shareFault('otherWrong', cell.otherWrong, most);
    if (fault !== null) return `cells[${index}].${fault}`;
  }
  const missing = result.models.find(({ id }) => !(id in result.eligible));
  return missing === undefined ? null : `eligible.${missing.id}: missing`;
}

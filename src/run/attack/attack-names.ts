import type { AttackSpec } from '../../protocol/attack-spec.ts';

/** The sizes of an attack in byte units; none where it changes few pixels by any amount. */
export function epsilonsOf(attack: AttackSpec): readonly number[] {
  return attack.kind === 'one-pixel' ? [] : [attack.epsilon].flat();
}

/** "FGSM", "PGD", "BIM", "one-pixel" */
export function attackName(attack: AttackSpec): string {
  switch (attack.kind) {
    case 'fgsm':
      return 'FGSM';
    case 'pgd':
      return attack.randomStart ? 'PGD' : 'BIM';
    case 'one-pixel':
      return `${['one', 'three', 'five'][(attack.pixels - 1) / 2] ?? 'one'}-pixel`;
  }
}

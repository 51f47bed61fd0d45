import type { AttackSpec } from '../../protocol/attack-spec.ts';
import { epsilonsOf } from '../../run/attack/attack-names.ts';

export type AttackKind = AttackSpec['kind'];
export type PgdSpec = Extract<AttackSpec, { kind: 'pgd' }>;
export type SearchSpec = Extract<AttackSpec, { kind: 'one-pixel' }>;

const usualEpsilons: readonly number[] = [2, 4, 8];

/** An attack of another kind; its sizes are kept where both kinds have them. */
export function attackOfKind(kind: AttackKind, current: AttackSpec): AttackSpec {
  if (kind === current.kind) return current;
  const known = epsilonsOf(current);
  const epsilon = [...(known.length > 0 ? known : usualEpsilons)];
  switch (kind) {
    case 'fgsm':
      return { kind, epsilon };
    case 'pgd':
      return { kind, epsilon, iterations: 10, randomStart: true };
    case 'one-pixel':
      // A search asks the model thousands of times for one image: begin small.
      return { kind, pixels: 1, population: 40, generations: 10, search: 'evolution' };
  }
}

/** The attack with other sizes; one that has none stays as it is. */
export function withEpsilons(attack: AttackSpec, epsilons: readonly number[]): AttackSpec {
  return attack.kind === 'one-pixel' ? attack : { ...attack, epsilon: [...epsilons] };
}

/** Adds a size or takes it away; the smallest comes first. */
export function toggleEpsilon(epsilons: readonly number[], epsilon: number): number[] {
  const others = epsilons.filter((each) => each !== epsilon);
  if (others.length < epsilons.length) return others;
  return [...others, epsilon].sort((a, b) => a - b);
}

/** How often a search may ask the model about one image. */
export function mostTries({ population, generations }: SearchSpec): number {
  return population * (generations + 1);
}

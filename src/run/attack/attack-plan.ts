import type { AttackRequest } from '../../protocol/attack.ts';
import type { AttackSpec } from '../../protocol/attack-spec.ts';
import { LabError } from '../../protocol/lab-error.ts';
import type { LoadedModel } from '../../protocol/model-files.ts';
import type { Spec } from '../../protocol/spec.ts';
import { checkSize } from '../check-spec.ts';
import { planSweep, type SweepPlan } from '../plan.ts';
import { epsilonsOf } from './attack-names.ts';

/** An attack of a run at one strength. */
export interface AttackSetting {
  readonly index: number;
  /** Byte units; null for attacks that are not bounded so. */
  readonly epsilon: number | null;
  /** Pixels that it may change; null for all. */
  readonly pixels: number | null;
  readonly request: AttackRequest;
}

/** What an attack will do; plain data. Its cells are what is done to the examples. */
export interface AttackPlan extends SweepPlan {
  readonly attacks: readonly AttackSetting[];
}

function refuse(field: string, message: string): never {
  throw new LabError('spec-invalid', `${field}: ${message}`, field);
}

/**
 * The attack of a spec that can be run as one.
 * @throws LabError `spec-invalid` naming the field
 */
export function checkAttack(spec: Spec): AttackSpec {
  const { attack, eligibility, rankAt } = spec;
  if (attack === undefined) {
    return refuse('attack', 'missing; say which ("fgsm", "pgd" or "one-pixel"), or run a sweep');
  }
  if (eligibility === 'all') {
    refuse(
      'eligibility',
      'an attack needs images that were classified correctly before; use "common" or "own"',
    );
  }
  if (rankAt !== undefined) refuse('rankAt', 'an attack ranks no models; leave it out');
  const epsilons = epsilonsOf(attack);
  for (const [index, epsilon] of epsilons.entries()) {
    const first = epsilons.indexOf(epsilon);
    if (first < index) {
      refuse(
        `attack.epsilon[${index}]`,
        `${epsilon} is already attack.epsilon[${first}]; name each one once`,
      );
    }
  }
  return attack;
}

/** The attacks of a spec, one for each epsilon. */
export function attackSettings(attack: AttackSpec, seed: number): AttackSetting[] {
  if (attack.kind === 'one-pixel') {
    const { pixels } = attack;
    return [{ index: 0, epsilon: null, pixels, request: { ...attack, seed } }];
  }
  return epsilonsOf(attack).map((epsilon, index) => {
    const request: AttackRequest =
      attack.kind === 'fgsm'
        ? { kind: 'fgsm', epsilon }
        : {
            ...attack,
            epsilon,
            step: attack.step ?? (2.5 * epsilon) / attack.iterations,
            seed,
          };
    return { index, epsilon, pixels: null, request };
  });
}

/**
 * Images that an attack classifies for each that it is given, a gradient counting as three: to
 * size units and foresee the end until it is measured.
 */
export function attackEffort({ request }: AttackSetting, changes: number): number {
  switch (request.kind) {
    case 'fgsm':
      return 5 + changes;
    case 'pgd':
      return 2 + 3 * request.iterations + changes;
    case 'one-pixel':
      return 2 + request.population * (request.generations + 1) + changes;
  }
}

/**
 * Lays out an attack.
 * @param models as loaded, in the order of `spec.models`
 * @throws LabError `spec-invalid` naming the field
 */
export function planAttack(
  spec: Spec,
  images: number,
  models: readonly Pick<LoadedModel, 'id' | 'inputSize' | 'classes'>[],
): AttackPlan {
  const attacks = attackSettings(checkAttack(spec), spec.seed);
  checkSize(spec, images * attacks.length);
  return { ...planSweep(spec, images, models), attacks };
}

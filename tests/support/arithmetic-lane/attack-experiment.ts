import type { AttackOptions, AttackRunOutcome } from '../../../src/run/attack/attack-types.ts';
import { attackImagesCsv } from '../../../src/run/attack/attack-images-csv.ts';
import { startAttackRun } from '../../../src/run/attack/attack-run.ts';
import type { SpecInput } from '../../../src/protocol/spec.ts';
import { anyExperiment } from './experiment.ts';
import type { LaneYard } from './open.ts';

/** A small attack on three models at three strengths; parts can be replaced. */
export function attackExperiment(
  yard: LaneYard,
  spec: Partial<SpecInput> = {},
  options: Partial<AttackOptions> = {},
): AttackOptions {
  const attack: Partial<SpecInput> = {
    attack: { kind: 'fgsm', epsilon: [4, 8, 16] },
    grid: { counts: [1, 16], values: ['replace', { offset: 60 }] },
  };
  return { ...anyExperiment(yard, { ...attack, ...spec }, options), ...options };
}

export function attackCsvOf(outcome: AttackRunOutcome): string {
  return outcome.record ? [...attackImagesCsv(outcome.record)].join('') : '';
}

/** Runs an attack to its end; throws where it does not get there. */
export async function finishAttack(options: AttackOptions) {
  const outcome = await startAttackRun(options).done;
  if (outcome.phase === 'done') return outcome;
  throw new Error(outcome.phase === 'failed' ? outcome.error.message : outcome.phase);
}

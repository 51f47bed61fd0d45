import type { AttackResult } from '../../protocol/attack-result.ts';
import { checkInputs } from '../check-inputs.ts';
import { measureOf } from '../labels.ts';
import { PooledRun } from '../pooled-run.ts';
import { runManifest, runModels } from '../sweep-result.ts';
import { aggregateAttack } from './attack-aggregate.ts';
import { writeAttackCheckpoint } from './attack-checkpoint.ts';
import { attackEffort, attackSettings, checkAttack } from './attack-plan.ts';
import type {
  AttackCheckpoint,
  AttackOptions,
  AttackRecord,
  AttackRun,
  AttackTally,
} from './attack-types.ts';
import { AttackWork, type AttackReply } from './attack-work.ts';

const STALL_MS = 300_000;
// Images classified in that time by the slowest model on the slowest backend.
const STALL_EFFORT = 500;

/** A search asks thousands of times about one image, and a lane is silent meanwhile. */
function patience({ spec }: AttackOptions): number {
  const changes = spec.grid.counts.length * spec.grid.values.length * spec.grid.regions.length;
  const attacks = spec.attack ? attackSettings(spec.attack, spec.seed) : [];
  const efforts = attacks.map((each) => attackEffort(each, changes * spec.draws));
  return STALL_MS * Math.max(1, ...efforts.map((effort) => effort / STALL_EFFORT));
}

class Attack
  extends PooledRun<AttackReply, AttackRecord, AttackResult, AttackTally>
  implements AttackRun
{
  constructor(options: AttackOptions) {
    const { spec, checkpoint } = options;
    super(
      { stallAfter: patience(options), ...options },
      {
        ...(checkpoint && { earlier: checkpoint.ran }),
        check: () => {
          checkAttack(spec);
          checkInputs(options);
        },
        begin: (models) => new AttackWork(options, models),
        summarise: async (record, facts): Promise<AttackResult> => {
          const { clean, eligible, attacks, cells } = await aggregateAttack(record);
          return {
            version: 1,
            kind: 'attack',
            ...(measureOf(spec) === 'agreement' && { measure: 'agreement' as const }),
            spec,
            manifest: runManifest(record, facts),
            models: runModels(record),
            clean,
            eligibility: spec.eligibility === 'own' ? 'own' : 'common',
            eligible,
            attacks,
            cells,
          };
        },
      },
    );
  }

  checkpoint(): AttackCheckpoint | null {
    return this.record && writeAttackCheckpoint(this.record, this.ran);
  }
}

/**
 * Starts an attack: opens lanes, loads the models, classifies every image unchanged, attacks those
 * that are eligible at every epsilon, and changes pixels of the adversarial examples at every cell
 * of the grid. Never throws: whatever goes wrong is in the outcome.
 */
export function startAttackRun(options: AttackOptions): AttackRun {
  return new Attack(options);
}

import type { UnitAnswer } from '../protocol/lane.ts';
import { LabError } from '../protocol/lab-error.ts';
import type { SweepResult } from '../protocol/result.ts';
import { aggregate } from './aggregate.ts';
import { checkInputs } from './check-inputs.ts';
import { refuseAttack } from './check-spec.ts';
import { writeCheckpoint } from './checkpoint.ts';
import { PooledRun } from './pooled-run.ts';
import { prepareSweep, type PreparedSweep } from './prepared-sweep.ts';
import { sweepResult } from './sweep-result.ts';
import type { SweepCheckpoint, SweepOptions, SweepRecord, SweepRun, Tally } from './sweep-types.ts';
import { SweepWork } from './sweep-work.ts';

class Sweep extends PooledRun<UnitAnswer, SweepRecord, SweepResult, Tally> implements SweepRun {
  constructor(options: SweepOptions) {
    const earlier = options.checkpoint?.ran;
    let prepared: PreparedSweep | null = null;
    super(options, {
      ...(earlier && { earlier }),
      check: () => {
        refuseAttack(options.spec);
        checkInputs(options);
      },
      prepare: async () => {
        prepared = await prepareSweep(options);
      },
      begin: (models) => {
        if (prepared === null) throw new LabError('internal', 'the sweep has not been prepared');
        return new SweepWork(options, models, prepared);
      },
      summarise: async (record, facts) => {
        const summary = await (options.aggregate ?? aggregate)({
          spec: record.spec,
          plan: record.plan,
          labels: record.images.labels,
          predictions: record.predictions.data,
        });
        return sweepResult(record, summary, facts);
      },
    });
  }

  checkpoint(): SweepCheckpoint | null {
    return this.record && writeCheckpoint(this.record, this.ran);
  }
}

/**
 * Starts a sweep: opens lanes, loads the models and classifies every image unchanged, then changed
 * at every cell. Never throws: whatever goes wrong is in the outcome.
 */
export function startSweep(options: SweepOptions): SweepRun {
  return new Sweep(options);
}

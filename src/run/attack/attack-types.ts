import type { AttackResult } from '../../protocol/attack-result.ts';
import type { SpecPixelValue } from '../../protocol/spec.ts';
import type { Checkpoint } from '../checkpoint-origin.ts';
import type { Predictions, PredictionsData } from '../predictions.ts';
import type { LabRun, RunOptions, RunOutcome, RunSnapshot, SweepRecord } from '../sweep-types.ts';
import type { AttackDetails } from './attack-details.ts';
import type { AttackPlan } from './attack-plan.ts';

export interface AttackOptions extends RunOptions {
  /** What an earlier run of the same spec, images and models had finished. */
  readonly checkpoint?: AttackCheckpoint;
}

/** What became of changed examples so far, in classifications of `draws` each. */
export interface RecoveryTally {
  /** Position in `AttackPlan.cells`. */
  readonly cell: number;
  readonly count: number;
  readonly value: SpecPixelValue;
  readonly region: number;
  readonly restored: number;
  readonly stillAdversarial: number;
  readonly otherWrong: number;
}

/** What one model × epsilon shows while the run goes on. */
export interface AttackTally {
  readonly model: string;
  /** Position in `AttackPlan.attacks`. */
  readonly attack: number;
  readonly epsilon: number | null;
  readonly pixels: number | null;
  /** Eligible images attacked so far. */
  readonly attacked: number;
  readonly examples: number;
  readonly successRate: number | null;
  /** 95 % Clopper–Pearson of the success rate. */
  readonly interval: readonly [number, number] | null;
  /** In the order of the plan. */
  readonly cells: readonly RecoveryTally[];
}

export type AttackSnapshot = RunSnapshot<AttackTally>;

/** Everything that was predicted, with what is needed to read it. */
export interface AttackRecord extends Omit<SweepRecord, 'plan' | 'predictions'> {
  readonly plan: AttackPlan;
  /** Unchanged, and as cell i, draw 0 under attack i. */
  readonly predictions: Predictions;
  readonly details: AttackDetails;
}

export interface AttackCheckpoint extends Checkpoint {
  readonly kind: 'attack';
  readonly predictions: PredictionsData;
  readonly details: AttackDetails;
}

export type AttackRunOutcome = RunOutcome<AttackResult, AttackRecord>;

export interface AttackRun extends LabRun<AttackSnapshot, AttackRunOutcome> {
  /** Everything found so far; null while the models are being loaded. */
  readonly record: AttackRecord | null;
  /** What is done so far, for a later run to go on from; null while the models are being loaded. */
  checkpoint(): AttackCheckpoint | null;
}

import type { LabErrorData } from '../../protocol/lab-error.ts';
import type { LaneApi } from '../../protocol/lane.ts';
import type { TfjsModelFiles } from '../../protocol/model-files.ts';
import type { RepairFacts, TrainedFiles } from '../../protocol/repair-lane.ts';
import type { RepairResult, RepairTable } from '../../protocol/repair-result.ts';
import type { RepairSpec } from '../../protocol/repair.ts';
import type { Spec } from '../../protocol/spec.ts';
import type { Aggregate, AggregateInput } from '../aggregate.ts';
import type { Checkpoint } from '../checkpoint-origin.ts';
import type { ImageSet } from '../image-set.ts';
import type { OpenLane } from '../lane-handle.ts';
import type { PredictionsData } from '../predictions.ts';
import type {
  LanePlan,
  LaneState,
  Recovery,
  SweepCheckpoint,
  SweepModel,
  SweepRecord,
} from '../sweep-types.ts';
import type { WeightsPatch } from './weights-patch.ts';

/** A spec with a repair in it. */
export type RepairExperiment = Spec & { readonly repair: RepairSpec };

export interface RepairOptions {
  readonly spec: RepairExperiment;
  /** The one that `spec.repair.model` names. */
  readonly model: SweepModel;
  readonly train: ImageSet;
  readonly validation: ImageSet;
  /** Held out: what `spec.images` names. */
  readonly test: ImageSet;
  /** What an earlier run of the same spec, images and model had finished. */
  readonly checkpoint?: RepairCheckpoint;
  readonly openLane: OpenLane<LaneApi>;
  /** Best first; a later one takes over when a device is lost or a backend does not start. */
  readonly backends: readonly LanePlan[];
  /** Versions for the manifest, by name of the thing. */
  readonly versions: Readonly<Record<string, string>>;
  /** Computes the final numbers of tables, for example in a worker; default: here, in slices. */
  readonly aggregate?: (input: AggregateInput) => Promise<Aggregate>;
  /** Classes, as labels, whose mirror image shows the same class; for samples that may be mirrored. */
  readonly mirrors?: readonly number[];
  /** Least time between two snapshots, in milliseconds. */
  readonly snapshotEvery?: number;
  /** A lane that has not answered for this long counts as crashed, in milliseconds. */
  readonly stallAfter?: number;
  /** Monotonic clock in milliseconds. */
  readonly now?: () => number;
}

export type RepairPhase =
  'opening' | 'training' | 'evaluating' | 'paused' | 'done' | 'cancelled' | 'failed';

/** One epoch that is over and was judged on the validation images. */
export interface EpochState {
  readonly epoch: number;
  /** Mean cross-entropy over the samples, in nats. */
  readonly loss: number;
  readonly samples: number;
  readonly correct: number;
  readonly validationImages: number;
  /** Validation images classified correctly, unchanged and with changed pixels. */
  readonly clean: number;
  readonly changed: number;
}

/** One of the models to train, as a snapshot shows it. */
export interface TrainingState {
  /** "resnet-repaired-4" */
  readonly id: string;
  readonly count: number;
  readonly state: 'waiting' | 'preparing' | 'training' | 'trained';
  readonly facts: RepairFacts | null;
  /** Pictures got ready, of `facts.prepare`. */
  readonly ready: number;
  /** Steps taken, of `facts.stepsPerEpoch` · `facts.epochs`. */
  readonly step: number;
  /** Mean loss over the epoch under way so far; null before its first step. */
  readonly loss: number | null;
  readonly epochs: readonly EpochState[];
  /** The epoch with the best validation so far; null before the first validation. */
  readonly best: number | null;
}

/** A stage of the judgement that follows the training. */
export interface EvaluationState {
  readonly stage: 'held-out' | 'trained-on' | 'attacks' | 'distances';
  /** Classifications, examples or distances done and to do in this stage. */
  readonly done: number;
  readonly total: number;
}

export interface RepairSnapshot {
  readonly phase: RepairPhase;
  /** In the order of `spec.repair.counts`. */
  readonly models: readonly TrainingState[];
  /** Null until the training is over. */
  readonly evaluation: EvaluationState | null;
  /** Of the whole run, 0…1, by expected time; never falls, and stays where the run was cut off. */
  readonly progress: number;
  /** Null until something was measured; covers training and judgement. */
  readonly secondsLeft: number | null;
  /** Seconds from the start until now or the end, pauses included. */
  readonly secondsElapsed: number;
  /** "wasm", or "webgl → wasm" after a change. */
  readonly backend: string;
  readonly lanes: readonly LaneState[];
  readonly recoveries: readonly Recovery[];
  readonly error: LabErrorData | null;
}

/** A repaired model, to be downloaded or swept. */
export interface RepairedModel {
  readonly id: string;
  readonly count: number;
  /** The topology names one weight file, weights.bin. */
  readonly files: TfjsModelFiles;
  readonly hash: string;
  /** Epochs behind its weights. */
  readonly epoch: number;
}

/** What a table of a repair was made of, by table. */
export interface ByTable<T> {
  readonly heldOut: T | null;
  readonly trainedOn: T | null;
}

/**
 * How a repair ended. A cancelled run keeps the models that were trained and the best weights so
 * far of those under way; models that had not been judged once are left out.
 */
export interface RepairOutcome {
  readonly phase: 'done' | 'cancelled' | 'failed';
  /** Null where nothing was trained; tables that were not reached are null in it. */
  readonly result: RepairResult | null;
  readonly models: readonly RepairedModel[];
  /** Every classification behind the tables; null for those that were not reached. */
  readonly records: ByTable<SweepRecord>;
  readonly error: LabErrorData | null;
}

/** A training that came to its end. */
export interface TrainingCheckpoint {
  readonly id: string;
  readonly facts: RepairFacts;
  readonly epochs: readonly EpochState[];
  readonly best: number | null;
  readonly seconds: number;
  /** The weights by how they differ from `RepairCheckpoint.original`. */
  readonly files: Omit<TrainedFiles, 'weights'> & { readonly patch: WeightsPatch };
}

/** What one attack on one model brought, by image. */
export interface JudgedAttack {
  readonly clean: Uint16Array;
  readonly adversarial: Uint16Array;
  /** By repaired model, for attacks on the original. */
  readonly transferred: readonly Uint16Array[];
  /** By unit of images: 1 once it is done. */
  readonly done: Uint8Array;
}

/** The distances of one model, by image. */
export interface JudgedDistances {
  readonly feature: Float32Array;
  readonly input: Float32Array;
  /** By unit of images: 1 once it is done, 2 where the model has distances in feature space, too. */
  readonly done: Uint8Array;
}

/** The classifications behind a table; its experiment and images follow from those of the repair. */
export interface JudgedTable extends Pick<SweepRecord, 'models'> {
  readonly predictions: PredictionsData;
}

/** How far a judgement is. */
export interface EvaluationCheckpoint {
  readonly heldOut: RepairTable | null;
  readonly trainedOn: RepairTable | null;
  readonly records: ByTable<JudgedTable>;
  /** Of the first table that is missing. */
  readonly sweep: SweepCheckpoint | null;
  readonly attacks: readonly JudgedAttack[] | null;
  readonly distances: readonly JudgedDistances[] | null;
}

export interface RepairCheckpoint extends Checkpoint {
  readonly kind: 'repair';
  readonly trainHash: string;
  readonly validationHash: string;
  /** The original with the classes that take part. */
  readonly original: TrainedFiles;
  readonly trainings: readonly TrainingCheckpoint[];
  /** Null before it has begun. */
  readonly evaluation: EvaluationCheckpoint | null;
}

export interface RepairRun {
  /** Takes no new steps; those under way finish. */
  pause(): void;
  resume(): void;
  /** Ends after the steps under way and keeps the best weights; settles as `done` does. */
  cancel(): Promise<RepairOutcome>;
  /**
   * What is done so far, for a later run to go on from: trainings that came to their end, and every
   * judged unit. A training under way begins anew. Null before the first training has ended.
   */
  checkpoint(): RepairCheckpoint | null;
  /** Never rejects. */
  readonly done: Promise<RepairOutcome>;
  snapshot(): RepairSnapshot;
  /** The listener gets every snapshot from now on; returns how to stop. */
  subscribe(listener: (snapshot: RepairSnapshot) => void): () => void;
}

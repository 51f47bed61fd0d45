import type { LabErrorData } from '../protocol/lab-error.ts';
import type { BackendName } from '../protocol/lane.ts';
import type { LoadedModel, ModelFiles } from '../protocol/model-files.ts';
import type { SweepResult } from '../protocol/result.ts';
import type { Spec, SpecPixelValue } from '../protocol/spec.ts';
import type { Aggregate, AggregateInput } from './aggregate.ts';
import type { Checkpoint } from './checkpoint-origin.ts';
import type { ImageSet } from './image-set.ts';
import type { OpenLane } from './lane-handle.ts';
import type { SweepPlan } from './plan.ts';
import type { Predictions, PredictionsData } from './predictions.ts';

/** One model of a run, read by whoever starts it. */
export interface SweepModel {
  readonly files: ModelFiles;
  /** SHA-256 of topology and weights. */
  readonly hash: string;
}

/** A backend to compute with and how many lanes to open on it. */
export interface LanePlan {
  readonly backend: BackendName;
  readonly lanes: number;
}

/** What every run over a pool of lanes starts from. */
export interface RunOptions {
  readonly spec: Spec;
  readonly images: ImageSet;
  /** In the order of `spec.models`. */
  readonly models: readonly SweepModel[];
  readonly openLane: OpenLane;
  /** Best first; a later one takes over when a device is lost or a backend does not start. */
  readonly backends: readonly LanePlan[];
  /** Versions for the manifest, by name of the thing. */
  readonly versions: Readonly<Record<string, string>>;
  /** Largest number of images of a unit; results do not depend on it. */
  readonly chunk?: number;
  /** Seconds of one image on one lane, by model, to foresee the end with until it is measured. */
  readonly expectedSeconds?: Readonly<Record<string, number>>;
  /** Least time between two snapshots, in milliseconds. */
  readonly snapshotEvery?: number;
  /** A lane that has not answered for this long counts as crashed, in milliseconds. */
  readonly stallAfter?: number;
  /** Monotonic clock in milliseconds. */
  readonly now?: () => number;
}

export interface SweepOptions extends RunOptions {
  /** What an earlier run of the same spec, images and models had finished. */
  readonly checkpoint?: SweepCheckpoint;
  /** Computes the final numbers, for example in a worker; default: here, in slices. */
  readonly aggregate?: (input: AggregateInput) => Promise<Aggregate>;
}

export type SweepPhase = 'opening' | 'running' | 'paused' | 'done' | 'cancelled' | 'failed';

export interface LaneState {
  readonly lane: number;
  readonly backend: BackendName;
  readonly state: 'opening' | 'idle' | 'busy';
  /** What is being done, for a person: "loading resnet", "resnet, 8 pixels". */
  readonly doing: string;
}

/** A lane that was replaced. */
export interface Recovery {
  readonly error: LabErrorData;
  readonly backend: BackendName;
  /** What was done about it, for a person. */
  readonly action: string;
}

/** What one model × cell shows while the run goes on. */
export interface Tally {
  readonly model: string;
  /** Position in `SweepPlan.cells`. */
  readonly cell: number;
  readonly count: number;
  readonly value: SpecPixelValue;
  readonly region: number;
  /** Classifications so far, divided by draws and rounded up. */
  readonly images: number;
  /** Classifications of eligible images so far. */
  readonly classified: number;
  readonly wrong: number;
  readonly accuracy: number | null;
  /**
   * 95 % Clopper–Pearson. With several draws it takes n = images, as though the draws of an image
   * agreed: never too narrow; the final result uses the bootstrap instead.
   */
  readonly interval: readonly [number, number] | null;
  readonly pi: number | null;
}

/** How far a run is, and what it has found so far. */
export interface RunSnapshot<RunTally> {
  readonly phase: SweepPhase;
  /** Classifications done and to do. */
  readonly done: number;
  readonly total: number;
  /** True while it is not known for every image whether it is eligible; `total` may still change. */
  readonly totalIsEstimate: boolean;
  /** Over the last seconds of running; null until measured. */
  readonly imagesPerSecond: number | null;
  /** Null until a first unit has been measured. */
  readonly secondsLeft: number | null;
  /** Seconds from the start until now or the end, pauses included. */
  readonly secondsElapsed: number;
  /** "wasm", or "webgl → wasm" after a change. */
  readonly backend: string;
  readonly lanes: readonly LaneState[];
  readonly recoveries: readonly Recovery[];
  /** By model, in the order of the spec. */
  readonly clean: readonly { model: string; images: number; correct: number; eligible: number }[];
  /** Measured on one lane, changed images; by model, to estimate later runs with. */
  readonly secondsPerImage: Readonly<Record<string, number>>;
  /** Model by model, in the order of the plan; empty while the models are being loaded. */
  readonly tallies: readonly RunTally[];
  readonly error: LabErrorData | null;
}

export type SweepSnapshot = RunSnapshot<Tally>;

/** Everything that was predicted, with what is needed to read it. */
export interface SweepRecord {
  readonly spec: Spec;
  readonly plan: SweepPlan;
  readonly images: ImageSet;
  readonly models: readonly { readonly loaded: LoadedModel; readonly hash: string }[];
  readonly predictions: Predictions;
}

export interface SweepCheckpoint extends Checkpoint {
  readonly predictions: PredictionsData;
}

/** How a run ended. `result` and `record` are null only if it ended before the models were loaded. */
export type RunOutcome<Result, Record> =
  | { readonly phase: 'done'; readonly result: Result; readonly record: Record }
  | {
      readonly phase: 'cancelled';
      readonly result: Result | null;
      readonly record: Record | null;
    }
  | {
      readonly phase: 'failed';
      readonly error: LabErrorData;
      readonly result: Result | null;
      readonly record: Record | null;
    };

export type SweepOutcome = RunOutcome<SweepResult, SweepRecord>;

/** A run under way. */
export interface LabRun<Snapshot, Outcome> {
  /** Hands out no new units; those in flight finish and count. */
  pause(): void;
  resume(): void;
  /** Stops at once and keeps what is done; settles with the outcome, as `done` does. */
  cancel(): Promise<Outcome>;
  /** Never rejects. */
  readonly done: Promise<Outcome>;
  snapshot(): Snapshot;
  /** The listener gets every snapshot from now on; returns how to stop. */
  subscribe(listener: (snapshot: Snapshot) => void): () => void;
}

export interface SweepRun extends LabRun<SweepSnapshot, SweepOutcome> {
  /** Everything found so far; null while the models are being loaded. */
  readonly record: SweepRecord | null;
  /** What is done so far, for a later run to go on from; null while the models are being loaded. */
  checkpoint(): SweepCheckpoint | null;
}

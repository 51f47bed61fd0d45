import { LabError, type LabErrorData } from '../../protocol/lab-error.ts';
import { withEarlier, type EarlierWork } from '../earlier-work.ts';
import { Publisher } from '../publisher.ts';
import { RunningClock } from '../running-clock.ts';
import { checkRepair } from './check-repair.ts';
import {
  composeResult,
  isFinished,
  originalModel,
  repairedModel,
  type FinishedTraining,
} from './compose-result.ts';
import { Control } from './control.ts';
import { Crew } from './crew.ts';
import { Evaluation } from './evaluation.ts';
import { evaluationPasses } from './evaluation-cost.ts';
import { planTrainings } from './plan-trainings.ts';
import { checkRepairCheckpoint, writeRepairCheckpoint } from './repair-checkpoint.ts';
import { repairSets, type RepairSets } from './repair-sets.ts';
import type {
  RepairCheckpoint,
  RepairOptions,
  RepairOutcome,
  RepairPhase,
  RepairRun,
  RepairSnapshot,
} from './repair-types.ts';
import type { Training } from './training.ts';
import { TrainingPace } from './training-pace.ts';

const SNAPSHOT_MS = 100;
const STALL_MS = 300_000;

const NO_RECORDS: RepairOutcome['records'] = { heldOut: null, trainedOn: null };

const cancelled: LabErrorData = { kind: 'cancelled', message: 'the run was cancelled' };

function asErrorData(error: unknown): LabErrorData {
  if (error instanceof LabError) return error.toData();
  return { kind: 'internal', message: error instanceof Error ? error.message : String(error) };
}

class Repair implements RepairRun {
  readonly done: Promise<RepairOutcome>;
  readonly #options: RepairOptions;
  readonly #start = new Date();
  readonly #now: () => number;
  readonly #startedAt: number;
  readonly #clock: RunningClock;
  readonly #publisher: Publisher<RepairSnapshot>;
  readonly #control = new Control();
  readonly #pace = new TrainingPace();
  readonly #crew: Crew;
  #sets: RepairSets | null = null;
  #trainings: readonly Training[] = [];
  #evaluation: Evaluation | null = null;
  #judgedSince = 0;
  #phase: Exclude<RepairPhase, 'paused'> = 'opening';
  #error: LabErrorData | null = null;
  #endedAt: number | null = null;
  #progress = 0;

  constructor(options: RepairOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.#startedAt = this.#now();
    this.#clock = new RunningClock(this.#now);
    const { snapshotEvery = SNAPSHOT_MS, stallAfter = STALL_MS, openLane, backends } = options;
    this.#publisher = new Publisher(() => this.snapshot(), snapshotEvery, this.#now);
    const setup = { models: [], images: [], stallAfter };
    const changed = (): void => this.#changed();
    this.#crew = new Crew({ openLane, backends, setup, changed });
    this.done = this.#run();
  }

  pause(): void {
    if (this.#isOver || this.#control.isPaused) return;
    this.#control.pause();
    this.#evaluation?.pause();
    this.#clock.hold();
    this.#publisher.flush();
  }

  resume(): void {
    if (this.#isOver || !this.#control.isPaused) return;
    this.#clock.run();
    this.#control.resume();
    this.#evaluation?.resume();
    this.#publisher.flush();
  }

  cancel(): Promise<RepairOutcome> {
    if (!this.#isOver) {
      this.#foresee();
      this.#control.cancel();
      if (this.#phase === 'opening') this.#crew.stop(cancelled);
      this.#evaluation?.cancel(cancelled);
    }
    return this.done;
  }

  checkpoint(): RepairCheckpoint | null {
    const judged = this.#evaluation?.checkpoint() ?? this.#options.checkpoint?.evaluation ?? null;
    return writeRepairCheckpoint(this.#options, this.#trainings, judged, this.#ran);
  }

  subscribe(listener: (snapshot: RepairSnapshot) => void): () => void {
    return this.#publisher.subscribe(listener);
  }

  snapshot(): RepairSnapshot {
    const evaluation = this.#evaluation;
    const secondsLeft = this.#foresee();
    const isPaused = this.#control.isPaused && !this.#isOver;
    return {
      phase: isPaused ? 'paused' : this.#phase,
      models: this.#trainings.map(({ state }) => state),
      evaluation: evaluation?.state ?? null,
      progress: this.#phase === 'done' ? 1 : this.#progress,
      secondsLeft,
      secondsElapsed: ((this.#endedAt ?? this.#now()) - this.#startedAt) / 1000,
      backend: this.#backends.join(' → '),
      lanes: evaluation === null ? this.#crew.states : evaluation.lanes,
      recoveries: [...this.#crew.recoveries, ...(evaluation?.recoveries ?? [])],
      error: this.#error,
    };
  }

  get #isOver(): boolean {
    return this.#phase === 'done' || this.#phase === 'cancelled' || this.#phase === 'failed';
  }

  /** In the order of use, without repetitions. */
  get #backends(): string[] {
    const used = [...this.#crew.backendsUsed, ...(this.#evaluation?.backends ?? [])];
    return used.filter((name, at) => name !== used[at - 1]);
  }

  /** What the run has used so far, with what it went on from. */
  get #ran(): EarlierWork {
    return withEarlier(this.#options.checkpoint?.ran, {
      start: this.#start.toISOString(),
      seconds: this.#clock.elapsed / 1000,
      backends: this.#backends,
      lanes: Math.max(1, this.#crew.mostLanes, this.#evaluation?.mostLanes ?? 0),
    });
  }

  get #lanes(): number {
    return Math.max(1, this.#options.backends[0]?.lanes ?? 1);
  }

  /** Notes how much is done, and returns the seconds that are left. */
  #foresee(): number | null {
    if (this.#isOver) return 0;
    const left = this.#secondsLeft();
    // Foresight wavers, and a cancelled training counts as one that has nothing left to do.
    if (left !== null && !this.#control.isCancelled) {
      const ran = this.#ran.seconds;
      this.#progress = Math.max(this.#progress, ran / (ran + left || 1));
    }
    return left;
  }

  #secondsLeft(): number | null {
    const { spec } = this.#options;
    const { batch } = spec.repair;
    const facts = this.#trainings.find((training) => training.facts !== null)?.facts ?? null;
    const forward = this.#pace.secondsPerForward(facts, batch);
    const guess = forward === null ? null : forward / this.#lanes;
    if (this.#evaluation !== null) {
      const elapsed = (this.#clock.elapsed - this.#judgedSince) / 1000;
      return this.#evaluation.cost.secondsLeft(this.#evaluation.state, guess, elapsed);
    }
    if (guess === null || this.#sets === null) return null;
    const left = this.#trainings.map((training) => training.left);
    const training = this.#pace.secondsLeft(left, batch);
    if (training === null) return null;
    const passes = evaluationPasses(spec, {
      models: this.#trainings.length + 1,
      train: this.#sets.train.refs.length,
      test: this.#sets.test.refs.length,
    });
    const after = Object.values(passes).reduce((sum, each) => sum + each, 0) * guess;
    return training / Math.min(this.#lanes, this.#trainings.length) + after;
  }

  #changed(): void {
    // The first training that has begun in this run ends the opening.
    const hasBegun = this.#trainings.some(({ isComplete, facts }) => !isComplete && facts !== null);
    if (this.#phase === 'opening' && hasBegun) {
      this.#phase = 'training';
      if (!this.#control.isPaused) this.#clock.run();
    }
    this.#publisher.touch();
  }

  async #run(): Promise<RepairOutcome> {
    let error: LabErrorData | null;
    try {
      error = await this.#compute();
    } catch (fault) {
      error = asErrorData(fault);
    }
    this.#clock.hold();
    const outcome = this.#conclude(error);
    this.#error = outcome.phase === 'failed' ? outcome.error : null;
    this.#endedAt = this.#now();
    this.#phase = outcome.phase;
    this.#publisher.flush();
    return outcome;
  }

  async #compute(): Promise<LabErrorData | null> {
    // A listener that subscribes right after the start sees everything.
    await Promise.resolve();
    const sets = this.#prepare();
    const error = await this.#crew.run(this.#trainings.filter(({ isComplete }) => !isComplete));
    this.#crew.stop(null);
    if (this.#control.isCancelled) return cancelled;
    if (error !== null) return error;
    const finished = this.#trainings.filter(isFinished);
    const [first] = finished;
    if (first === undefined) return { kind: 'internal', message: 'nothing was trained' };
    const { model, spec } = this.#options;
    const original = originalModel(model, spec, first.trained);
    this.#phase = 'evaluating';
    if (!this.#control.isPaused) this.#clock.run();
    this.#judgedSince = this.#clock.elapsed;
    this.#evaluation = new Evaluation({
      options: this.#options,
      sets,
      models: [original, ...finished.map((training) => repairedModel(training, original))],
      before: this.#options.checkpoint?.evaluation ?? null,
      control: this.#control,
      changed: () => this.#publisher.touch(),
    });
    this.#publisher.flush();
    return this.#evaluation.run();
  }

  #prepare(): RepairSets {
    const { model } = this.#options;
    const spec = checkRepair(this.#options.spec);
    if (model.files.id !== spec.repair.model) {
      throw new LabError('model-missing', `no files were given for ${spec.repair.model}`);
    }
    const sets = repairSets(this.#options);
    checkRepairCheckpoint(this.#options);
    this.#sets = sets;
    this.#trainings = planTrainings(this.#options, spec, sets, {
      control: this.#control,
      pace: this.#pace,
      changed: () => this.#changed(),
    });
    return sets;
  }

  #conclude(error: LabErrorData | null): RepairOutcome {
    const { model, spec } = this.#options;
    const finished: readonly FinishedTraining[] = this.#trainings.filter(isFinished);
    const [first] = finished;
    const phase = error === null ? 'done' : this.#control.isCancelled ? 'cancelled' : 'failed';
    if (first === undefined || this.#sets === null) {
      return { phase, result: null, models: [], records: NO_RECORDS, error };
    }
    const original = originalModel(model, spec, first.trained);
    const { start, seconds, backends, lanes } = this.#ran;
    const result = composeResult({
      spec,
      original,
      sets: this.#sets,
      trainings: finished,
      evaluation: this.#evaluation,
      manifest: {
        versions: { ...this.#options.versions },
        backend: backends.join(' → '),
        lanes,
        start,
        seconds,
        complete: error === null,
      },
    });
    const models = finished.map((training) => repairedModel(training, original));
    const records = this.#evaluation?.records ?? NO_RECORDS;
    return { phase, result, models, records, error };
  }
}

/**
 * Starts a repair: trains one model for each count on small-distance samples, then judges all of
 * them beside the original (Zhang & Cai 2021, section 3.4). Never throws: whatever goes wrong is in
 * the outcome.
 */
export function startRepair(options: RepairOptions): RepairRun {
  return new Repair(options);
}

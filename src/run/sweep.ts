import { LabError, type LabErrorData } from '../protocol/lab-error.ts';
import type { SweepResult } from '../protocol/result.ts';
import { aggregate } from './aggregate.ts';
import { checkInputs } from './check-inputs.ts';
import { writeCheckpoint } from './checkpoint.ts';
import { LanePool } from './lane-pool.ts';
import type { PoolClient } from './pool-client.ts';
import { Publisher } from './publisher.ts';
import { RunningClock } from './running-clock.ts';
import { sweepResult } from './sweep-result.ts';
import type {
  SweepCheckpoint,
  SweepOptions,
  SweepOutcome,
  SweepPhase,
  SweepRun,
  SweepSnapshot,
} from './sweep-types.ts';
import { SweepWork } from './sweep-work.ts';

const SNAPSHOT_MS = 100;
const STALL_MS = 300_000;

const cancelled: LabErrorData = { kind: 'cancelled', message: 'the run was cancelled' };

function asErrorData(error: unknown): LabErrorData {
  if (error instanceof LabError) return error.toData();
  return { kind: 'internal', message: error instanceof Error ? error.message : String(error) };
}

class Sweep implements SweepRun {
  readonly done: Promise<SweepOutcome>;
  readonly #options: SweepOptions;
  readonly #start = new Date();
  readonly #now: () => number;
  readonly #startedAt: number;
  readonly #clock: RunningClock;
  readonly #publisher: Publisher<SweepSnapshot>;
  readonly #pool: LanePool;
  #work: SweepWork | null = null;
  #phase: SweepPhase = 'opening';
  #isPaused = false;
  #error: LabErrorData | null = null;
  #endedAt: number | null = null;

  constructor(options: SweepOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.#startedAt = this.#now();
    this.#clock = new RunningClock(this.#now);
    const { snapshotEvery = SNAPSHOT_MS } = options;
    this.#publisher = new Publisher(() => this.snapshot(), snapshotEvery, this.#now);
    this.#pool = this.#makePool();
    this.done = this.#run();
  }

  pause(): void {
    if (this.#isOver) return;
    this.#isPaused = true;
    this.#pool.pause();
    this.#clock.hold();
    if (this.#work) this.#enter('paused');
  }

  resume(): void {
    if (this.#isOver || !this.#isPaused) return;
    this.#isPaused = false;
    if (this.#work) {
      this.#clock.run();
      this.#enter('running');
    }
    this.#pool.resume();
  }

  cancel(): Promise<SweepOutcome> {
    this.#pool.stop(cancelled);
    return this.done;
  }

  subscribe(listener: (snapshot: SweepSnapshot) => void): () => void {
    return this.#publisher.subscribe(listener);
  }

  checkpoint(): SweepCheckpoint | null {
    return this.#work && writeCheckpoint(this.#work.record);
  }

  snapshot(): SweepSnapshot {
    const work = this.#work;
    const workload = work?.workload.models ?? [];
    const running = this.#clock.elapsed;
    const lanes = Math.max(1, this.#pool.readyLanes);
    return {
      phase: this.#phase,
      done: work?.workload.done ?? 0,
      total: work?.workload.total ?? 0,
      totalIsEstimate: !work?.workload.isExact,
      imagesPerSecond: work?.pace.imagesPerSecond(running) ?? null,
      secondsLeft: work?.pace.secondsLeft(workload, lanes) ?? null,
      secondsElapsed: ((this.#endedAt ?? this.#now()) - this.#startedAt) / 1000,
      backend: this.#pool.backendsUsed.join(' → '),
      lanes: this.#pool.states,
      recoveries: [...this.#pool.recoveries],
      clean: workload.map(({ cleanDone, correct, eligible }, model) => ({
        model: work?.record.plan.models[model]?.id ?? '',
        images: cleanDone,
        correct,
        eligible,
      })),
      secondsPerImage: Object.fromEntries(
        workload.flatMap((_, model) => {
          const seconds = work?.pace.secondsPerImage(model) ?? null;
          const id = work?.record.plan.models[model]?.id;
          return seconds === null || id === undefined ? [] : [[id, seconds]];
        }),
      ),
      tallies: work?.tallies.list() ?? [],
      error: this.#error,
    };
  }

  get #isOver(): boolean {
    return this.#phase === 'done' || this.#phase === 'cancelled' || this.#phase === 'failed';
  }

  #enter(phase: SweepPhase): void {
    this.#phase = phase;
    this.#publisher.flush();
  }

  #makePool(): LanePool {
    const { openLane, backends, images, models, stallAfter = STALL_MS } = this.#options;
    const setup = {
      models: models.map(({ files }) => files),
      images: images.refs,
      stallAfter,
    };
    return new LanePool({ openLane, backends, setup }, this.#client());
  }

  #client(): PoolClient {
    const work = (): SweepWork => {
      if (!this.#work)
        throw new LabError('internal', 'work was asked for before models were loaded');
      return this.#work;
    };
    return {
      loaded: (models) => {
        this.#work = new SweepWork(this.#options, models);
        if (!this.#isPaused) this.#clock.run();
        this.#enter(this.#isPaused ? 'paused' : 'running');
      },
      take: (lane) => work().take(lane),
      unit: (place) => work().unit(place),
      describe: (place) => work().describe(place),
      answer: (place, answer) => work().answer(place, answer, this.#clock.elapsed),
      shrink: (model, limit) => work().shrink(model, limit),
      isExhausted: () => work().exhausted,
      changed: () => this.#publisher.touch(),
    };
  }

  async #run(): Promise<SweepOutcome> {
    const error = await this.#compute();
    this.#clock.hold();
    let outcome: SweepOutcome;
    try {
      outcome = await this.#conclude(error);
    } catch (fault) {
      const data = asErrorData(fault);
      outcome = { phase: 'failed', error: data, result: null, record: this.#work?.record ?? null };
    }
    if (outcome.phase === 'failed') this.#error = outcome.error;
    this.#endedAt = this.#now();
    this.#enter(outcome.phase);
    return outcome;
  }

  async #compute(): Promise<LabErrorData | null> {
    try {
      checkInputs(this.#options);
    } catch (error) {
      return asErrorData(error);
    }
    this.#pool.start();
    return this.#pool.finished;
  }

  async #conclude(error: LabErrorData | null): Promise<SweepOutcome> {
    const record = this.#work?.record ?? null;
    const result = this.#work && (await this.#summarise(this.#work, error === null));
    if (error === null && result && record) return { phase: 'done', result, record };
    if (error?.kind === 'cancelled') return { phase: 'cancelled', result, record };
    const fault = error ?? { kind: 'internal', message: 'the run ended without models' };
    return { phase: 'failed', error: fault, result, record };
  }

  async #summarise(work: SweepWork, complete: boolean): Promise<SweepResult> {
    const { record, workload, doneBefore } = work;
    const seconds = this.#clock.elapsed / 1000;
    const summary = await (this.#options.aggregate ?? aggregate)({
      spec: record.spec,
      plan: record.plan,
      labels: record.images.labels,
      predictions: record.predictions.data,
    });
    return sweepResult(record, summary, {
      versions: this.#options.versions,
      backend: this.#pool.backendsUsed.join(' → '),
      lanes: Math.max(1, this.#pool.mostLanes),
      start: this.#start,
      seconds,
      imagesPerSecond: seconds > 0 ? (workload.done - doneBefore) / seconds : 0,
      complete,
    });
  }
}

/**
 * Starts a sweep: opens lanes, loads the models and classifies every image unchanged, then changed
 * at every cell. Never throws: whatever goes wrong is in the outcome.
 */
export function startSweep(options: SweepOptions): SweepRun {
  return new Sweep(options);
}

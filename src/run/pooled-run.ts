import { LabError, type Answer, type LabErrorData } from '../protocol/lab-error.ts';
import type { LoadedModel } from '../protocol/model-files.ts';
import { withEarlier, type EarlierWork } from './earlier-work.ts';
import { LanePool } from './lane-pool.ts';
import type { Lane } from './lane.ts';
import type { Pace } from './pace.ts';
import type { PoolClient } from './pool-client.ts';
import type { UnitPlace } from './predictions.ts';
import { Publisher } from './publisher.ts';
import { runState } from './run-state.ts';
import { RunningClock } from './running-clock.ts';
import type { RunFacts } from './sweep-result.ts';
import type { LabRun, RunOptions, RunOutcome, RunSnapshot, SweepPhase } from './sweep-types.ts';
import type { Workload } from './workload.ts';

/** The state of a run once its models are known: what to do, what is done, how fast it goes. */
export interface RunWork<Reply, Record, Tally> {
  readonly record: Record;
  readonly workload: Workload;
  readonly tallies: { list(): readonly Tally[] };
  readonly pace: Pace;
  readonly exhausted: boolean;
  take(lane: number): UnitPlace | null;
  send(lane: Lane, place: UnitPlace): Promise<Answer<Reply>>;
  modelOf(place: UnitPlace): string;
  /** @param at milliseconds of running */
  answer(place: UnitPlace, answer: Reply, at: number): void;
  shrink(model: number, limit: number): void;
  describe(place: UnitPlace): string;
}

/** What tells one kind of run from another. */
export interface RunKind<Reply, Record, Result, Tally> {
  /** Of the checkpoint that it goes on from. */
  readonly earlier?: EarlierWork;
  /** @throws LabError where the options cannot be run */
  check(): void;
  /** @throws LabError as `check` does; what takes long is done here, in slices */
  prepare?(): Promise<void>;
  /** @throws LabError where they do not fit the models */
  begin(models: readonly LoadedModel[]): RunWork<Reply, Record, Tally>;
  summarise(record: Record, facts: RunFacts): Promise<Result>;
}

const SNAPSHOT_MS = 100;
const STALL_MS = 300_000;

const cancelled: LabErrorData = { kind: 'cancelled', message: 'the run was cancelled' };

function asErrorData(error: unknown): LabErrorData {
  if (error instanceof LabError) return error.toData();
  return { kind: 'internal', message: error instanceof Error ? error.message : String(error) };
}

/** A run whose units are computed by a pool of lanes. Never throws: what goes wrong is in the outcome. */
export class PooledRun<Reply, Record, Result, Tally> implements LabRun<
  RunSnapshot<Tally>,
  RunOutcome<Result, Record>
> {
  readonly done: Promise<RunOutcome<Result, Record>>;
  readonly #options: RunOptions;
  readonly #kind: RunKind<Reply, Record, Result, Tally>;
  readonly #start = new Date();
  readonly #now: () => number;
  readonly #startedAt: number;
  readonly #clock: RunningClock;
  readonly #publisher: Publisher<RunSnapshot<Tally>>;
  readonly #pool: LanePool<Reply>;
  #work: RunWork<Reply, Record, Tally> | null = null;
  #phase: SweepPhase = 'opening';
  #isPaused = false;
  #error: LabErrorData | null = null;
  #endedAt: number | null = null;

  constructor(options: RunOptions, kind: RunKind<Reply, Record, Result, Tally>) {
    this.#options = options;
    this.#kind = kind;
    this.#now = options.now ?? (() => performance.now());
    this.#startedAt = this.#now();
    this.#clock = new RunningClock(this.#now);
    const { snapshotEvery = SNAPSHOT_MS } = options;
    this.#publisher = new Publisher(() => this.snapshot(), snapshotEvery, this.#now);
    this.#pool = this.#makePool();
    this.done = this.#run();
  }

  /** Everything found so far; null while the models are being loaded. */
  get record(): Record | null {
    return this.#work?.record ?? null;
  }

  /** What the run has used so far. */
  get ran(): EarlierWork {
    return withEarlier(this.#kind.earlier, {
      start: this.#start.toISOString(),
      seconds: this.#clock.elapsed / 1000,
      backends: this.#pool.backendsUsed,
      lanes: Math.max(1, this.#pool.mostLanes),
    });
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

  cancel(): Promise<RunOutcome<Result, Record>> {
    this.#pool.stop(cancelled);
    return this.done;
  }

  subscribe(listener: (snapshot: RunSnapshot<Tally>) => void): () => void {
    return this.#publisher.subscribe(listener);
  }

  snapshot(): RunSnapshot<Tally> {
    return {
      phase: this.#phase,
      ...runState(this.#options, this.#pool, this.#work, this.#clock.elapsed),
      secondsElapsed: ((this.#endedAt ?? this.#now()) - this.#startedAt) / 1000,
      tallies: this.#work?.tallies.list() ?? [],
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

  #makePool(): LanePool<Reply> {
    const { openLane, backends, images, models, stallAfter = STALL_MS } = this.#options;
    const setup = {
      models: models.map(({ files }) => files),
      images: images.refs,
      stallAfter,
    };
    return new LanePool({ openLane, backends, setup }, this.#client());
  }

  #client(): PoolClient<Reply> {
    const work = (): RunWork<Reply, Record, Tally> => {
      if (!this.#work)
        throw new LabError('internal', 'work was asked for before models were loaded');
      return this.#work;
    };
    return {
      loaded: (models) => {
        this.#work = this.#kind.begin(models);
        if (!this.#isPaused) this.#clock.run();
        this.#enter(this.#isPaused ? 'paused' : 'running');
      },
      take: (lane) => work().take(lane),
      send: (lane, place) => work().send(lane, place),
      modelOf: (place) => work().modelOf(place),
      describe: (place) => work().describe(place),
      answer: (place, answer) => work().answer(place, answer, this.#clock.elapsed),
      shrink: (model, limit) => work().shrink(model, limit),
      isExhausted: () => work().exhausted,
      changed: () => this.#publisher.touch(),
    };
  }

  async #run(): Promise<RunOutcome<Result, Record>> {
    const error = await this.#compute();
    this.#clock.hold();
    let outcome: RunOutcome<Result, Record>;
    try {
      outcome = await this.#conclude(error);
    } catch (fault) {
      outcome = { phase: 'failed', error: asErrorData(fault), result: null, record: this.record };
    }
    if (outcome.phase === 'failed') this.#error = outcome.error;
    this.#endedAt = this.#now();
    this.#enter(outcome.phase);
    return outcome;
  }

  async #compute(): Promise<LabErrorData | null> {
    try {
      this.#kind.check();
      await this.#kind.prepare?.();
    } catch (error) {
      return asErrorData(error);
    }
    this.#pool.start();
    return this.#pool.finished;
  }

  async #conclude(error: LabErrorData | null): Promise<RunOutcome<Result, Record>> {
    const { record } = this;
    const result = this.#work && (await this.#summarise(this.#work, error === null));
    if (error === null && result && record) return { phase: 'done', result, record };
    if (error?.kind === 'cancelled') return { phase: 'cancelled', result, record };
    const fault = error ?? { kind: 'internal', message: 'the run ended without models' };
    return { phase: 'failed', error: fault, result, record };
  }

  #summarise(work: RunWork<Reply, Record, Tally>, complete: boolean): Promise<Result> {
    const { record, workload } = work;
    const { start, seconds, backends, lanes } = this.ran;
    return this.#kind.summarise(record, {
      versions: this.#options.versions,
      backend: backends.join(' → '),
      lanes,
      start,
      seconds,
      imagesPerSecond: seconds > 0 ? workload.done / seconds : 0,
      complete,
    });
  }
}

import { LabError, type LabErrorData } from '../protocol/lab-error.ts';
import type { BackendName } from '../protocol/lane.ts';
import type { LoadedModel } from '../protocol/model-files.ts';
import { Lane } from './lane.ts';
import type { PoolClient, PoolOptions } from './pool-client.ts';
import { judge, judgeOpening, newJob, type Job } from './recovery.ts';
import type { LaneState, Recovery } from './sweep-types.ts';

interface Member {
  readonly lane: Lane;
  /** Position of its backend in the order. */
  readonly level: number;
  ready: boolean;
  answered: number;
  readonly inFlight: Job[];
}

// The next unit waits in the lane while the last one computes.
const IN_FLIGHT = 2;

/** Keeps lanes at work, and replaces those that fail. */
export class LanePool<Reply> {
  /** Settles when all work is done (null), or when the run cannot go on or was stopped. */
  readonly finished: Promise<LabErrorData | null>;
  readonly recoveries: Recovery[] = [];
  /** In the order of use. */
  readonly backendsUsed: BackendName[] = [];
  /** Most lanes that were ready at one time. */
  mostLanes = 0;
  readonly #options: PoolOptions;
  readonly #client: PoolClient<Reply>;
  readonly #members = new Set<Member>();
  readonly #redo: Job[] = [];
  #level = 0;
  #target: number;
  #openingFailures = 0;
  #opened = 0;
  #isLoaded = false;
  #isPaused = false;
  #isOver = false;
  #finish: (error: LabErrorData | null) => void = () => undefined;

  constructor(options: PoolOptions, client: PoolClient<Reply>) {
    this.#options = options;
    this.#client = client;
    this.#target = options.backends[0]?.lanes ?? 0;
    this.finished = new Promise((resolve) => {
      this.#finish = resolve;
    });
  }

  start(): void {
    if (this.#options.backends.length === 0) {
      this.stop({ kind: 'no-backend', message: 'no backend to compute with was found' });
    }
    this.#openMissing();
  }

  pause(): void {
    this.#isPaused = true;
  }

  resume(): void {
    this.#isPaused = false;
    this.#fillAll();
  }

  /** Ends every lane at once. */
  stop(error: LabErrorData | null): void {
    if (this.#isOver) return;
    this.#isOver = true;
    for (const { lane } of this.#members) lane.close();
    this.#members.clear();
    this.#finish(error);
  }

  #break(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    this.stop({ kind: 'internal', message });
  }

  get inFlight(): number {
    return [...this.#members].reduce((sum, { inFlight }) => sum + inFlight.length, 0);
  }

  get readyLanes(): number {
    return [...this.#members].filter(({ ready }) => ready).length;
  }

  get states(): LaneState[] {
    return Array.from(this.#members, ({ lane, ready, inFlight }) => {
      const [job] = inFlight;
      return {
        lane: lane.number,
        backend: lane.backend,
        state: ready ? (job ? 'busy' : 'idle') : 'opening',
        doing: ready ? (job ? this.#client.describe(job.place) : '') : lane.doing,
      };
    });
  }

  #openMissing(): void {
    while (!this.#isOver && this.#members.size < this.#target) {
      const plan = this.#options.backends[this.#level];
      if (!plan) return;
      const lane = new Lane(this.#opened, plan.backend, this.#options.setup);
      this.#opened += 1;
      const member: Member = { lane, level: this.#level, ready: false, answered: 0, inFlight: [] };
      this.#members.add(member);
      this.#open(member).catch((error: unknown) => this.#break(error));
    }
  }

  async #open(member: Member): Promise<void> {
    const { lane } = member;
    const answer = await lane.prepare(this.#options.openLane, () => this.#client.changed());
    if (!this.#members.has(member)) return;
    if (!answer.ok) {
      this.#remove(member);
      this.#openingFailed(member, answer.error);
      return;
    }
    member.ready = true;
    lane.onDeath((error) => this.#diedIdle(member, error));
    this.#openingFailures = 0;
    if (this.backendsUsed.at(-1) !== lane.backend) this.backendsUsed.push(lane.backend);
    this.mostLanes = Math.max(this.mostLanes, this.readyLanes);
    if (!this.#load(answer.value)) return;
    this.#client.changed();
    this.#fill(member);
    this.#endIfDone();
  }

  #load(models: readonly LoadedModel[]): boolean {
    if (this.#isLoaded) return true;
    try {
      this.#client.loaded(models);
      this.#isLoaded = true;
    } catch (error) {
      if (!(error instanceof LabError)) throw error;
      this.stop(error.toData());
    }
    return this.#isLoaded;
  }

  #remove(member: Member): void {
    this.#members.delete(member);
    member.lane.close();
  }

  #openingFailed(member: Member, error: LabErrorData): void {
    this.#openingFailures += 1;
    const verdict = judgeOpening(error, this.#openingFailures, this.readyLanes);
    if (verdict === 'fewer') this.#target = this.#members.size;
    switch (verdict) {
      case 'fail':
        this.stop(error);
        return;
      case 'demote':
        this.#goOn(member, error, this.#demote(member.level));
        return;
      case 'fewer':
        this.#goOn(member, error, 'went on with fewer lanes');
        return;
      case 'retry':
        this.#goOn(member, error, 'opened a new lane');
    }
  }

  /** Falls back to the next backend, once however many lanes of the old one fail. */
  #demote(level: number): string | null {
    const next = this.#options.backends[level + 1];
    if (!next) return null;
    if (level === this.#level) {
      this.#level += 1;
      this.#target = Math.max(next.lanes, this.#members.size);
      this.#openingFailures = 0;
    }
    return `went on with ${next.backend}`;
  }

  #goOn({ lane }: Member, error: LabErrorData, action: string | null): void {
    if (action === null) {
      this.stop(error);
      return;
    }
    this.recoveries.push({ error, backend: lane.backend, action });
    this.#client.changed();
    this.#openMissing();
    this.#fillAll();
  }

  #diedIdle(member: Member, error: LabErrorData): void {
    if (!this.#members.has(member)) return;
    this.#remove(member);
    this.#openingFailed(member, error);
  }

  #fillAll(): void {
    for (const member of this.#members) this.#fill(member);
    this.#endIfDone();
  }

  #fill(member: Member): void {
    if (!member.ready || !this.#isLoaded) return;
    while (!this.#isOver && !this.#isPaused && member.inFlight.length < IN_FLIGHT) {
      const job = this.#next(member);
      if (!job) break;
      member.inFlight.push(job);
      this.#send(member, job).catch((error: unknown) => this.#break(error));
    }
    const isStuck = this.#redo.some(({ company }) => company === 'fresh');
    if (isStuck && member.inFlight.length === 0 && !this.#isPaused && this.#isAllReady()) {
      this.#remove(member);
      this.#openMissing();
    }
  }

  #isAllReady(): boolean {
    return [...this.#members].every(({ ready }) => ready);
  }

  #next(member: Member): Job | null {
    const isEmpty = member.inFlight.length === 0;
    if (member.inFlight.some(({ company }) => company !== 'any')) return null;
    const at = this.#redo.findIndex(
      ({ company }) =>
        company === 'any' || (isEmpty && (company === 'alone' || member.answered === 0)),
    );
    if (at >= 0) return this.#redo.splice(at, 1)[0] ?? null;
    const place = this.#client.take(member.lane.number);
    return place && newJob(place);
  }

  async #send(member: Member, job: Job): Promise<void> {
    const answer = await this.#client.send(member.lane, job.place);
    if (!this.#members.has(member)) return;
    if (!answer.ok) {
      this.#recover(member, job, answer.error);
      return;
    }
    member.inFlight.splice(member.inFlight.indexOf(job), 1);
    member.answered += 1;
    this.#client.answer(job.place, answer.value);
    this.#fill(member);
    this.#fillAll();
    this.#client.changed();
  }

  #recover(member: Member, job: Job, error: LabErrorData): void {
    this.#remove(member);
    const bystanders = member.inFlight.filter((other) => other !== job);
    const model = this.#client.modelOf(job.place);
    const what = this.#client.describe(job.place);
    const hasNext = member.level + 1 < this.#options.backends.length;
    const verdict = judge(error, job, what, model, hasNext);
    switch (verdict.kind) {
      case 'fail':
        this.stop(verdict.error);
        return;
      case 'redo':
        this.#redo.unshift(verdict.job, ...bystanders);
        this.#goOn(member, error, verdict.action);
        return;
      case 'split':
        this.#client.shrink(job.place.model, verdict.limit);
        this.#redo.unshift(...verdict.jobs, ...bystanders);
        this.#goOn(member, error, verdict.action);
        return;
      case 'demote':
        this.#redo.unshift(verdict.job, ...bystanders);
        this.#goOn(member, error, this.#demote(member.level));
    }
  }

  #endIfDone(): void {
    if (this.#isOver || !this.#isLoaded || this.#redo.length > 0) return;
    if (this.inFlight === 0 && this.#client.isExhausted()) this.stop(null);
  }
}

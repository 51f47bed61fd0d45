import type { LabErrorData } from '../../protocol/lab-error.ts';
import type { BackendName, LaneApi } from '../../protocol/lane.ts';
import type { OpenLane } from '../lane-handle.ts';
import { Lane, type LaneSetup } from '../lane.ts';
import { judgeOpening } from '../recovery.ts';
import type { LanePlan, LaneState, Recovery } from '../sweep-types.ts';
import { judgeTask } from './judge-task.ts';

/** Something that one lane does from its start to its end, as often as need be. */
export interface Task {
  /** "training resnet-repaired-4" */
  readonly name: string;
  /** What an error is blamed on. */
  readonly subject: string;
  /** @returns null once it is done, or what stopped it; it is then begun anew on another lane */
  run(lane: Lane<LaneApi>): Promise<LabErrorData | null>;
}

export interface CrewOptions {
  readonly openLane: OpenLane<LaneApi>;
  /** Best first. */
  readonly backends: readonly LanePlan[];
  readonly setup: LaneSetup;
  /** Something that a snapshot shows is different now. */
  readonly changed: () => void;
}

interface Member {
  lane: Lane<LaneApi> | null;
  level: number;
  doing: string;
  ready: boolean;
}

interface Job {
  readonly task: Task;
  /** Lanes that it has taken down. */
  readonly strikes: number;
}

/** Lanes that work off a list of tasks, each replaced when it fails. */
export class Crew {
  readonly recoveries: Recovery[] = [];
  /** In the order of use. */
  readonly backendsUsed: BackendName[] = [];
  /** Most lanes that were ready at one time. */
  mostLanes = 0;
  readonly #options: CrewOptions;
  readonly #members = new Set<Member>();
  #queue: Job[] = [];
  #level = 0;
  #opened = 0;
  #failures = 0;
  #error: LabErrorData | null = null;

  constructor(options: CrewOptions) {
    this.#options = options;
  }

  get states(): LaneState[] {
    return [...this.#members].flatMap(({ lane, ready, doing }) =>
      lane === null
        ? []
        : [
            {
              lane: lane.number,
              backend: lane.backend,
              state: ready ? (doing === '' ? 'idle' : 'busy') : 'opening',
              doing: ready ? doing : lane.doing,
            },
          ],
    );
  }

  /** Works off the tasks; the lanes stay for the next ones. @returns null, or why it could not go on */
  async run(tasks: readonly Task[]): Promise<LabErrorData | null> {
    const [first] = this.#options.backends;
    if (first === undefined) {
      return { kind: 'no-backend', message: 'no backend to compute with was found' };
    }
    this.#queue = tasks.map((task) => ({ task, strikes: 0 }));
    const members = Math.max(1, Math.min(first.lanes, tasks.length));
    // A member that got no lane hands its task back, when all others may have ended already.
    while (this.#queue.length > 0 && this.#error === null) {
      const idle = [...this.#members];
      const served = Array.from({ length: members }, (_, at) =>
        this.#serve(idle[at] ?? { lane: null, level: this.#level, doing: '', ready: false }),
      );
      await Promise.all(served);
    }
    return this.#error;
  }

  /** Ends every lane at once, for a reason where work was left. */
  stop(error: LabErrorData | null): void {
    this.#error ??= error;
    this.#queue = [];
    for (const { lane } of this.#members) lane?.close();
    this.#members.clear();
  }

  get #readyLanes(): number {
    return [...this.#members].filter(({ ready }) => ready).length;
  }

  async #serve(member: Member): Promise<void> {
    this.#members.add(member);
    for (let job = this.#queue.shift(); job !== undefined; job = this.#queue.shift()) {
      const lane = await this.#laneOf(member);
      if (lane === null) {
        if (this.#error === null && this.#readyLanes > 0) this.#queue.unshift(job);
        this.#members.delete(member);
        break;
      }
      member.doing = job.task.name;
      this.#options.changed();
      const error = await job.task.run(lane);
      member.doing = '';
      if (error !== null) this.#recover(member, job, error);
    }
    this.#options.changed();
  }

  /** The member's lane, opened if it has none; null where it gets none any more. */
  async #laneOf(member: Member): Promise<Lane<LaneApi> | null> {
    while (member.lane === null && this.#error === null) {
      const plan = this.#options.backends[this.#level];
      if (plan === undefined) return null;
      member.level = this.#level;
      const lane = new Lane<LaneApi>(this.#opened, plan.backend, this.#options.setup);
      this.#opened += 1;
      member.lane = lane;
      const answer = await lane.prepare(this.#options.openLane, this.#options.changed);
      if (!this.#members.has(member)) return null;
      if (answer.ok) {
        this.#isReady(member, plan.backend);
        return lane;
      }
      this.#drop(member);
      if (!this.#goOnAfterOpening(member, plan.backend, answer.error)) return null;
    }
    return member.lane;
  }

  #isReady(member: Member, backend: BackendName): void {
    member.ready = true;
    this.#failures = 0;
    if (this.backendsUsed.at(-1) !== backend) this.backendsUsed.push(backend);
    this.mostLanes = Math.max(this.mostLanes, this.#readyLanes);
    this.#options.changed();
  }

  #drop(member: Member): void {
    member.lane?.close();
    member.lane = null;
    member.ready = false;
  }

  /** @returns whether this member may try again */
  #goOnAfterOpening(member: Member, backend: BackendName, error: LabErrorData): boolean {
    this.#failures += 1;
    const verdict = judgeOpening(error, this.#failures, this.#readyLanes);
    switch (verdict) {
      case 'fail':
        this.stop(error);
        return false;
      case 'fewer':
        this.#note(error, backend, 'went on with fewer lanes');
        return false;
      case 'retry':
        this.#note(error, backend, 'opened a new lane');
        return true;
      case 'demote':
        return this.#demote(member.level, error, backend);
    }
  }

  #demote(level: number, error: LabErrorData, backend: BackendName): boolean {
    const next = this.#options.backends[level + 1];
    if (next === undefined) {
      this.stop(error);
      return false;
    }
    if (level === this.#level) {
      this.#level += 1;
      this.#failures = 0;
    }
    this.#note(error, backend, `went on with ${next.backend}`);
    return true;
  }

  #recover(member: Member, { task, strikes }: Job, error: LabErrorData): void {
    const { lane, level } = member;
    this.#drop(member);
    // Stopped meanwhile: there is nothing to save.
    if (!this.#members.has(member) || lane === null) return;
    const hasNext = level + 1 < this.#options.backends.length;
    const verdict = judgeTask(error, { name: task.name, subject: task.subject, strikes, hasNext });
    if (verdict.kind === 'fail') {
      this.stop(verdict.error);
      return;
    }
    this.#queue.unshift({ task, strikes: verdict.kind === 'redo' ? strikes + 1 : 0 });
    if (verdict.kind === 'demote') this.#demote(level, error, lane.backend);
    else this.#note(error, lane.backend, `opened a new lane and began ${task.name} again`);
  }

  #note(error: LabErrorData, backend: BackendName, action: string): void {
    this.recoveries.push({ error, backend, action });
    this.#options.changed();
  }
}

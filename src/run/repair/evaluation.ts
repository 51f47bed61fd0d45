import type { LabErrorData } from '../../protocol/lab-error.ts';
import type { BackendName } from '../../protocol/lane.ts';
import type {
  RepairAttackResult,
  RepairDistanceResult,
  RepairResult,
  RepairTable,
} from '../../protocol/repair-result.ts';
import { aggregate } from '../aggregate.ts';
import { startSweep } from '../sweep.ts';
import type {
  LaneState,
  Recovery,
  SweepCheckpoint,
  SweepModel,
  SweepRecord,
  SweepRun,
} from '../sweep-types.ts';
import { AttackJudgement } from './attack-judgement.ts';
import { backendsOf } from './backends-of.ts';
import type { Control } from './control.ts';
import type { Crew, Task } from './crew.ts';
import { DistanceJudgement } from './distance-judgement.ts';
import { EvaluationCost } from './evaluation-cost.ts';
import type { Judged } from './judgement.ts';
import { judgingCrew } from './judging-crew.ts';
import type { RepairSets } from './repair-sets.ts';
import { repairTable } from './repair-table.ts';
import type {
  EvaluationCheckpoint,
  EvaluationState,
  RepairOptions,
  RepairOutcome,
} from './repair-types.ts';
import {
  judgedTable,
  stageOf,
  tableDesign,
  tableRecord,
  type FoundTable,
  type TableName,
} from './table-record.ts';
import { sweepShare, tableSweep } from './table-sweep.ts';

const cancelled: LabErrorData = { kind: 'cancelled', message: 'the run was cancelled' };

export interface EvaluationInput {
  readonly options: RepairOptions;
  readonly sets: RepairSets;
  /** The original, with the classes that take part, then the repaired models. */
  readonly models: readonly SweepModel[];
  /** What an earlier run had judged. */
  readonly before: EvaluationCheckpoint | null;
  readonly control: Control;
  readonly changed: () => void;
}

/** Judges the original and the repaired models on images that were held out, and on others. */
export class Evaluation {
  heldOut: RepairTable | null = null;
  trainedOn: RepairTable | null = null;
  attacks: RepairAttackResult[] | null = null;
  distances: RepairDistanceResult[] | null = null;
  distanceValues: RepairResult['distanceValues'] = null;
  /** Every classification behind the tables. */
  records: RepairOutcome['records'];
  readonly cost: EvaluationCost;
  readonly #input: EvaluationInput;
  readonly #recoveries: Recovery[] = [];
  readonly #backends: BackendName[] = [];
  #stage: EvaluationState;
  #sweep: SweepRun | null = null;
  /** What there was of the table under way when its sweep was begun or broken off. */
  #sweepBefore: SweepCheckpoint | null;
  #attack: AttackJudgement | null = null;
  #distance: DistanceJudgement | null = null;
  #crew: Crew | null = null;
  #mostLanes = 0;

  constructor(input: EvaluationInput) {
    this.#input = input;
    const { options, sets, models, before } = input;
    this.cost = new EvaluationCost(options.spec, {
      models: models.length,
      train: sets.train.refs.length,
      test: sets.test.refs.length,
    });
    this.heldOut = before?.heldOut ?? null;
    this.trainedOn = before?.trainedOn ?? null;
    this.#sweepBefore = before?.sweep ?? null;
    this.records = {
      heldOut: this.#recordBefore('heldOut'),
      trainedOn: this.#recordBefore('trainedOn'),
    };
    const stage = !this.heldOut ? 'held-out' : !this.trainedOn ? 'trained-on' : 'attacks';
    this.#stage = { stage, done: 0, total: 0 };
    if (this.heldOut) this.cost.restore('held-out', 1);
    if (this.trainedOn) this.cost.restore('trained-on', 1);
  }

  /** What is done so far. Its arrays are those that go on being filled. */
  checkpoint(): EvaluationCheckpoint {
    const { before } = this.#input;
    return {
      heldOut: this.heldOut,
      trainedOn: this.trainedOn,
      records: {
        heldOut: judgedTable(this.records.heldOut),
        trainedOn: judgedTable(this.records.trainedOn),
      },
      sweep: this.#sweep?.checkpoint() ?? this.#sweepBefore,
      attacks: this.#attack?.units ?? before?.attacks ?? null,
      distances: this.#distance?.units ?? before?.distances ?? null,
    };
  }

  get state(): EvaluationState {
    const sweep = this.#sweep?.snapshot();
    if (sweep === undefined) return this.#stage;
    return { ...this.#stage, done: sweep.done, total: sweep.total };
  }

  get lanes(): readonly LaneState[] {
    return this.#sweep?.snapshot().lanes ?? this.#crew?.states ?? [];
  }

  get recoveries(): readonly Recovery[] {
    const now = this.#sweep?.snapshot().recoveries ?? this.#crew?.recoveries ?? [];
    return [...this.#recoveries, ...now];
  }

  get backends(): readonly BackendName[] {
    return [...this.#backends, ...(this.#crew?.backendsUsed ?? [])];
  }

  get mostLanes(): number {
    return Math.max(this.#mostLanes, this.#crew?.mostLanes ?? 0);
  }

  pause(): void {
    this.#sweep?.pause();
  }

  resume(): void {
    this.#sweep?.resume();
  }

  cancel(error: LabErrorData): void {
    void this.#sweep?.cancel();
    this.#crew?.stop(error);
  }

  /** @returns null, or why it did not come to its end; the tables that were reached stay */
  async run(): Promise<LabErrorData | null> {
    const { epsilons } = this.#input.options.spec.repair;
    const stages = [
      () => this.#fill('heldOut'),
      () => this.#fill('trainedOn'),
      () => (epsilons.length === 0 ? Promise.resolve(null) : this.#judgeAttacks()),
      () => this.#judgeDistances(),
    ];
    try {
      for (const stage of stages) {
        if (!(await this.#input.control.pass())) return cancelled;
        const error = await stage();
        if (error !== null) return error;
      }
      return null;
    } finally {
      this.#endCrew();
    }
  }

  #recordBefore(name: TableName): SweepRecord | null {
    const { options, sets, models, before } = this.#input;
    const judgedBefore = before?.records[name] ?? null;
    if (judgedBefore === null) return null;
    const { images, design } = tableDesign(options.spec, sets, name);
    return tableRecord(tableSweep(options, models, images, design, null), judgedBefore);
  }

  async #fill(name: TableName): Promise<LabErrorData | null> {
    if (this[name]) return null;
    const found = await this.#table(name);
    if ('error' in found) return found.error;
    this[name] = found.table;
    this.records = { ...this.records, [name]: found.record };
    return null;
  }

  async #table(name: TableName): Promise<FoundTable> {
    const { options, sets, models, control, changed } = this.#input;
    const { images, design } = tableDesign(options.spec, sets, name);
    const stage = stageOf[name];
    const before = this.#sweepBefore;
    this.#enter(stage, 0, 0);
    if (before) this.cost.restore(stage, sweepShare(before));
    const run = startSweep(tableSweep(options, models, images, design, before));
    this.#sweep = run;
    const stop = run.subscribe(changed);
    if (control.isPaused) run.pause();
    const outcome = await run.done;
    stop();
    this.#sweep = null;
    this.#sweepBefore = run.checkpoint() ?? before;
    const { recoveries } = run.snapshot();
    this.#recoveries.push(...recoveries);
    if (outcome.phase === 'done') {
      const { record, result } = outcome;
      this.#backends.push(...backendsOf(result.manifest.backend));
      this.#mostLanes = Math.max(this.#mostLanes, result.manifest.lanes);
      this.cost.finish(stage);
      const { spec, aggregate: summarise = aggregate } = options;
      const table = await repairTable(record, result, spec.eligibility, summarise);
      this.#sweepBefore = null;
      return { table, record };
    }
    const error: LabErrorData = outcome.phase === 'failed' ? outcome.error : cancelled;
    return { error };
  }

  async #judgeAttacks(): Promise<LabErrorData | null> {
    const { options, before } = this.#input;
    const { seed, repair } = options.spec;
    const judged = this.#judged(repair.attackImages);
    const saved = before?.attacks ?? null;
    const attack = new AttackJudgement(judged, repair.epsilons, seed, saved);
    this.#attack = attack;
    this.#resumeAt('attacks', attack);
    const error = await this.#work(attack.tasks());
    if (error === null) this.attacks = attack.rows();
    return error;
  }

  async #judgeDistances(): Promise<LabErrorData | null> {
    const { options, before } = this.#input;
    const { repair } = options.spec;
    const judged = this.#judged(repair.distanceImages);
    const saved = before?.distances ?? null;
    const distance = new DistanceJudgement(judged, repair.layers === 'last', saved);
    this.#distance = distance;
    this.#resumeAt('distances', distance);
    const error = await this.#work(distance.tasks());
    if (error !== null) return error;
    this.distances = distance.rows();
    this.distanceValues = distance.values();
    return null;
  }

  #judged(most: number): Judged {
    const { models, sets, control, changed } = this.#input;
    return {
      models: models.map(({ files }) => files.id),
      labels: sets.test.labels.slice(0, most),
      control,
      advanced: (units) => {
        this.#stage = { ...this.#stage, done: this.#stage.done + units };
        changed();
      },
    };
  }

  async #work(tasks: readonly Task[]): Promise<LabErrorData | null> {
    this.#crew ??= judgingCrew(this.#input);
    const error = await this.#crew.run(tasks);
    if (this.#input.control.isCancelled) return cancelled;
    if (error === null) this.cost.finish(this.#stage.stage);
    return error;
  }

  #endCrew(): void {
    const crew = this.#crew;
    if (crew === null) return;
    this.#crew = null;
    this.#recoveries.push(...crew.recoveries);
    this.#backends.push(...crew.backendsUsed);
    this.#mostLanes = Math.max(this.#mostLanes, crew.mostLanes);
    crew.stop(null);
  }

  #resumeAt(
    stage: 'attacks' | 'distances',
    { done, total }: Record<'done' | 'total', number>,
  ): void {
    if (done > 0) this.cost.restore(stage, done / total);
    this.#enter(stage, done, total);
  }

  #enter(stage: EvaluationState['stage'], done: number, total: number): void {
    this.#stage = { stage, done, total };
    this.#input.changed();
  }
}

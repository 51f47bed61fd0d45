import type { Answer, LabErrorData } from '../../protocol/lab-error.ts';
import type { LaneApi } from '../../protocol/lane.ts';
import type {
  RepairFacts,
  RepairProgress,
  RepairRequest,
  RepairValidation,
  TrainedFiles,
} from '../../protocol/repair-lane.ts';
import type { Lane } from '../lane.ts';
import type { Control } from './control.ts';
import type { Task } from './crew.ts';
import type { EpochState, TrainingCheckpoint, TrainingState } from './repair-types.ts';
import type { TrainingLeft, TrainingPace } from './training-pace.ts';

/** What a training left behind. */
export interface Trained {
  readonly files: TrainedFiles;
  /** The original with the classes that take part. */
  readonly original: TrainedFiles;
}

/** Ends an attempt: the lane's error, or a cancelled run. */
class Ended extends Error {
  readonly data: LabErrorData | null;

  constructor(data: LabErrorData | null) {
    super(data?.message ?? 'cancelled');
    this.data = data;
  }
}

function valueOf<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw new Ended(answer.error);
}

export interface TrainingContext {
  readonly control: Control;
  readonly pace: TrainingPace;
  /** Something that a snapshot shows is different now. */
  readonly changed: () => void;
}

/** One model while it is trained, on whichever lane. */
export class Training implements Task {
  readonly name: string;
  readonly subject: string;
  readonly id: string;
  readonly #request: RepairRequest;
  readonly #context: TrainingContext;
  #state: TrainingState['state'] = 'waiting';
  #facts: RepairFacts | null = null;
  #ready = 0;
  #step = 0;
  #loss: number | null = null;
  #epochs: EpochState[] = [];
  #best: number | null = null;
  #seconds = 0;
  #trained: Trained | null = null;
  #isComplete = false;

  constructor(id: string, request: RepairRequest, context: TrainingContext) {
    this.id = id;
    this.name = `training ${id}`;
    this.subject = request.files.id;
    this.#request = request;
    this.#context = context;
  }

  /** Takes over a training that came to its end in an earlier run. */
  restore({ facts, epochs, best, seconds }: TrainingCheckpoint, trained: Trained): void {
    [this.#state, this.#isComplete, this.#trained] = ['trained', true, trained];
    [this.#facts, this.#ready, this.#seconds] = [facts, facts.prepare, seconds];
    [this.#step, this.#epochs] = [facts.stepsPerEpoch * facts.epochs, [...epochs]];
    [this.#loss, this.#best] = [epochs.at(-1)?.loss ?? null, best];
  }

  /** Whether it came to its end, and was not cancelled before. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** Null until the weights are taken. */
  get trained(): Trained | null {
    return this.#trained;
  }

  get facts(): RepairFacts | null {
    return this.#facts;
  }

  get count(): number {
    return this.#request.count;
  }

  /** Computing of the attempt that counts, in seconds. */
  get seconds(): number {
    return this.#seconds;
  }

  get left(): TrainingLeft {
    const isDone = this.#state === 'trained';
    return { facts: this.#facts, ready: this.#ready, step: this.#step, isDone };
  }

  get state(): TrainingState {
    return {
      id: this.id,
      count: this.#request.count,
      state: this.#state,
      facts: this.#facts,
      ready: this.#ready,
      step: this.#step,
      loss: this.#loss,
      epochs: [...this.#epochs],
      best: this.#best,
    };
  }

  async run(lane: Lane<LaneApi>): Promise<LabErrorData | null> {
    if (!(await this.#context.control.pass())) return null;
    this.#begin();
    try {
      await this.#prepare(lane);
      await this.#train(lane);
      await this.#take(lane, this.#request.settings.take);
      this.#isComplete = true;
      return null;
    } catch (error) {
      if (!(error instanceof Ended)) throw error;
      if (error.data !== null) return error.data;
      // Cancelled: the best weights so far are kept, where any were judged.
      if (this.#best === null) return null;
      return this.#take(lane, 'best').then(
        () => null,
        (fault: unknown) => (fault instanceof Ended ? fault.data : Promise.reject(fault)),
      );
    }
  }

  #begin(): void {
    this.#state = 'preparing';
    [this.#facts, this.#ready, this.#step, this.#loss] = [null, 0, 0, null];
    [this.#epochs, this.#best, this.#seconds, this.#trained] = [[], null, 0, null];
    this.#context.changed();
  }

  async #prepare(lane: Lane<LaneApi>): Promise<void> {
    const { pace, changed } = this.#context;
    this.#facts = valueOf(await lane.call((api) => api.openRepair(this.#request)));
    while (this.#ready < this.#facts.prepare) {
      await this.#goOn();
      const pictures = pace.picturesAtOnce;
      const { ready, seconds } = valueOf(await lane.call((api) => api.prepareRepair({ pictures })));
      pace.pictures(seconds, ready - this.#ready);
      this.#seconds += seconds;
      this.#ready = ready;
      changed();
    }
  }

  async #train(lane: Lane<LaneApi>): Promise<void> {
    const { pace, changed } = this.#context;
    const { stepsPerEpoch = 0, epochs = 0 } = this.#facts ?? {};
    this.#state = 'training';
    while (this.#step < stepsPerEpoch * epochs) {
      await this.#goOn();
      const steps = pace.stepsAtOnce;
      const progress = valueOf(await lane.call((api) => api.repairSteps({ steps })));
      pace.steps(progress.seconds, progress.step - this.#step);
      this.#seconds += progress.seconds;
      this.#step = progress.step;
      this.#loss = progress.loss;
      if (progress.epochDone) {
        const validation = valueOf(await lane.call((api) => api.validateRepair()));
        pace.validation(validation.seconds);
        this.#endEpoch(progress, validation);
      }
      changed();
    }
  }

  #endEpoch(
    { epoch, loss, seen, correct }: RepairProgress,
    { images, clean, changed, best, seconds }: RepairValidation,
  ): void {
    this.#seconds += seconds;
    this.#epochs.push({
      epoch,
      loss,
      samples: seen,
      correct,
      validationImages: images,
      clean,
      changed,
    });
    if (best) this.#best = epoch;
  }

  async #take(lane: Lane<LaneApi>, weights: 'best' | 'last'): Promise<void> {
    const files = valueOf(await lane.call((api) => api.takeRepair({ weights })));
    const original = valueOf(await lane.call((api) => api.takeRepair({ weights: 'original' })));
    valueOf(await lane.call((api) => api.closeRepair()));
    this.#trained = { files, original };
    this.#state = 'trained';
    this.#context.changed();
  }

  async #goOn(): Promise<void> {
    if (!(await this.#context.control.pass())) throw new Ended(null);
  }
}

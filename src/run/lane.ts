import type { Answer, LabErrorData } from '../protocol/lab-error.ts';
import type { BackendName, SweepLaneApi, Unit, UnitAnswer } from '../protocol/lane.ts';
import type { ImageRef } from '../protocol/image-ref.ts';
import type { LoadedModel, ModelFiles } from '../protocol/model-files.ts';
import type { LaneHandle, OpenLane } from './lane-handle.ts';

/** What every lane of a run loads before it takes work. */
export interface LaneSetup {
  readonly models: readonly ModelFiles[];
  readonly images: readonly ImageRef[];
  /** Milliseconds without an answer after which a lane counts as crashed. */
  readonly stallAfter: number;
}

const crashed = (reason: string): LabErrorData => ({
  kind: 'lane-crashed',
  message: `a lane stopped: ${reason}`,
});

const closed: LabErrorData = { kind: 'cancelled', message: 'the lane was closed' };

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * One worker of a run. Every call settles: with the worker's answer, with `lane-crashed` when the
 * worker dies, throws or stays silent, or with `cancelled` when the lane is closed.
 */
export class Lane<Api extends SweepLaneApi = SweepLaneApi> {
  readonly number: number;
  readonly backend: BackendName;
  /** What it does, for a person. */
  doing = 'starting';
  readonly #setup: LaneSetup;
  readonly #waiting = new Set<(error: LabErrorData) => void>();
  #handle: LaneHandle<Api> | null = null;
  #over: LabErrorData | null = null;
  #onDeath: (error: LabErrorData) => void = () => undefined;

  constructor(number: number, backend: BackendName, setup: LaneSetup) {
    this.number = number;
    this.backend = backend;
    this.#setup = setup;
  }

  /** Starts the worker and its backend, loads the models and names the images. */
  async prepare(openLane: OpenLane<Api>, changed: () => void): Promise<Answer<LoadedModel[]>> {
    const { models, images } = this.#setup;
    const step = async <T>(doing: string, call: (api: Api) => Promise<Answer<T>>) => {
      this.doing = doing;
      changed();
      return this.call(call);
    };
    const opened = await this.#open(openLane);
    if (!opened.ok) return opened;
    const started = await step(`starting ${this.backend}`, (api) =>
      api.start({ backend: this.backend }),
    );
    if (!started.ok) return started;
    const loaded: LoadedModel[] = [];
    for (const files of models) {
      const model = await step(`loading ${files.id}`, (api) => api.loadModel(files));
      if (!model.ok) return model;
      loaded.push(model.value);
    }
    const ready = await step('opening the images', (api) => api.openImages(images));
    return ready.ok ? { ok: true, value: loaded } : ready;
  }

  async classify(unit: Unit): Promise<Answer<UnitAnswer>> {
    const answer = await this.call((api) => api.classify(unit));
    if (!answer.ok) return answer;
    const { predicted, absDelta } = answer.value;
    const { length } = unit.images;
    if (predicted.length === length && absDelta.length === length) return answer;
    const message = `a lane answered for ${predicted.length} of ${length} images`;
    return { ok: false, error: { kind: 'internal', message } };
  }

  /** Tells when the worker dies while no call is waiting for it. */
  onDeath(listener: (error: LabErrorData) => void): void {
    this.#onDeath = listener;
  }

  /** Ends the worker at once; calls under way settle as `cancelled`. */
  close(): void {
    this.#finish(closed);
    this.#handle?.terminate();
  }

  #finish(error: LabErrorData): void {
    if (this.#over) return;
    this.#over = error;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const settle of waiting) settle(error);
    if (waiting.length === 0 && error !== closed) this.#onDeath(error);
  }

  async #open(openLane: OpenLane<Api>): Promise<Answer<null>> {
    return this.#guard(async () => {
      const handle = await openLane();
      this.#handle = handle;
      // Closed while the worker was being started: nobody else will end it.
      if (this.#over) handle.terminate();
      void handle.ended.then(
        (reason) => this.#finish(crashed(reason)),
        (error: unknown) => this.#finish(crashed(reasonOf(error))),
      );
      return { ok: true, value: null };
    });
  }

  /** Any call of the worker, which settles as the class says. */
  call<T>(call: (api: Api) => Promise<Answer<T>>): Promise<Answer<T>> {
    const handle = this.#handle;
    if (!handle) return Promise.resolve({ ok: false, error: crashed('it was never started') });
    return this.#guard(() => call(handle.api));
  }

  #guard<T>(call: () => Promise<Answer<T>>): Promise<Answer<T>> {
    if (this.#over) return Promise.resolve({ ok: false, error: this.#over });
    const { stallAfter } = this.#setup;
    return new Promise((resolve) => {
      const settle = (answer: Answer<T>) => {
        clearTimeout(timer);
        this.#waiting.delete(abandon);
        resolve(answer);
      };
      const abandon = (error: LabErrorData) => settle({ ok: false, error });
      const timer = setTimeout(
        () => abandon(crashed(`no answer for ${Math.round(stallAfter / 1000)} s`)),
        stallAfter,
      );
      this.#waiting.add(abandon);
      call().then(settle, (error: unknown) => abandon(crashed(reasonOf(error))));
    });
  }
}

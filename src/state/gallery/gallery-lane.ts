import { LabError, type Answer } from '../../protocol/lab-error.ts';
import type { BackendName, LaneApi } from '../../protocol/lane.ts';
import type { LaneHandle } from '../../run/lane-handle.ts';
import type { SweepRecord } from '../../run/sweep-types.ts';
import { openBrowserLane } from '../../workers/open-browser-lane.ts';
import { modelName } from '../models/bundled-models.ts';
import { fetchBundledModel } from '../models/fetch-models.ts';

type Tell = (step: string) => void;
type Call<T> = (api: LaneApi) => Promise<Answer<T>>;

/**
 * One lane that has opened the images of a run and takes in its models when they are asked for.
 * Every call settles, also when the worker dies or is closed.
 */
export class GalleryLane {
  readonly record: SweepRecord;
  readonly backend: BackendName;
  readonly #closing = new AbortController();
  readonly #closed: Promise<Answer<never>>;
  readonly #models = new Map<string, Promise<void>>();
  #started: Promise<LaneHandle> | null = null;

  constructor(record: SweepRecord, backend: BackendName) {
    this.record = record;
    this.backend = backend;
    const error = { kind: 'cancelled', message: 'The pictures were closed.' } as const;
    this.#closed = new Promise((resolve) => {
      this.#closing.signal.addEventListener('abort', () => resolve({ ok: false, error }));
    });
  }

  /**
   * Loads a model of the run, unless it is loaded.
   * @throws LabError if the worker, the model or the images cannot be had
   */
  ready(model: string, tell: Tell): Promise<void> {
    const known = this.#models.get(model);
    if (known !== undefined) return known;
    const loading = this.#load(model, tell);
    this.#models.set(model, loading);
    return loading;
  }

  /** @throws LabError as the lane answers, `lane-crashed` where its worker died, or `cancelled` */
  async ask<T>(call: Call<T>): Promise<T> {
    return this.#ask(await (this.#started ??= this.#start()), call);
  }

  /** Ends the worker at once. */
  close(): void {
    this.#closing.abort();
  }

  async #ask<T>(handle: LaneHandle, call: Call<T>): Promise<T> {
    const crashed = handle.ended.then((reason): Answer<never> => ({
      ok: false,
      error: {
        kind: 'lane-crashed',
        message: `The worker behind the pictures stopped: ${reason}.`,
      },
    }));
    const answer = await Promise.race([this.#closed, call(handle.api), crashed]);
    if (!answer.ok) throw LabError.from(answer.error);
    return answer.value;
  }

  async #start(): Promise<LaneHandle> {
    const handle = await openBrowserLane();
    void this.#closed.then(() => handle.terminate());
    await this.#ask(handle, (api) => api.start({ backend: this.backend }));
    await this.#ask(handle, (api) => api.openImages(this.record.images.refs));
    return handle;
  }

  async #load(model: string, tell: Tell): Promise<void> {
    tell(`Fetching ${modelName(model)}`);
    const { files, hash } = await fetchBundledModel(model, this.#closing.signal);
    const at = this.record.plan.models.findIndex(({ id }) => id === model);
    if (hash !== this.record.models[at]?.hash) {
      throw new LabError(
        'model-corrupt',
        `The files of ${modelName(model)} are others now than in this run.`,
        model,
      );
    }
    tell(`Loading ${modelName(model)}`);
    await this.ask((api) => api.loadModel(files));
  }
}

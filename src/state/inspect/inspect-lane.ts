import { LabError, type Answer } from '../../protocol/lab-error.ts';
import type { BackendName, LaneApi } from '../../protocol/lane.ts';
import { Lane } from '../../run/lane.ts';
import { openBrowserLane } from '../../workers/open-browser-lane.ts';
import { computeStore } from '../compute/compute-store.ts';
import { modelName } from '../models/model-list.ts';
import { readModel } from '../models/read-model.ts';

/** Milliseconds for one call; on plain JavaScript the longest takes some ten seconds. */
const STALL = 60_000;

async function settled<T>(asked: Promise<Answer<T>>): Promise<T> {
  const answer = await asked;
  if (!answer.ok) throw LabError.from(answer.error);
  return answer.value;
}

/** The backend that the lab computes with; waits until it is known. */
function chosenBackend(): Promise<BackendName> {
  return new Promise((resolve, reject) => {
    const decide = (): boolean => {
      const { phase, plans, error } = computeStore.getState();
      if (phase === 'failed' && error !== null) reject(LabError.from(error));
      else if (plans[0] !== undefined) resolve(plans[0].backend);
      else return false;
      return true;
    };
    if (decide()) return;
    const stop = computeStore.subscribe(() => {
      if (decide()) stop();
    });
  });
}

/** One lane that is held open for questions about a picture, and takes in models as they are asked for. */
export class InspectLane {
  readonly #closing = new AbortController();
  readonly #models = new Map<string, Promise<unknown>>();
  #lane: Promise<Lane<LaneApi>> | null = null;
  #lastAsked = performance.now();

  /**
   * Loads a model, unless it is loaded.
   * @param tell receives what is being done, for a person
   * @throws LabError if the worker or the model cannot be had
   */
  async ready(model: string, tell: (step: string) => void): Promise<void> {
    const loading = this.#models.get(model) ?? this.#load(model, tell);
    this.#models.set(model, loading);
    try {
      await loading;
    } catch (error) {
      this.#models.delete(model);
      throw error;
    }
  }

  /** Milliseconds since somebody asked last. */
  get idle(): number {
    return performance.now() - this.#lastAsked;
  }

  /** @throws LabError as the lane answers, `lane-crashed` where its worker died, or `cancelled` */
  async ask<T>(call: (api: LaneApi) => Promise<Answer<T>>): Promise<T> {
    this.#lastAsked = performance.now();
    const lane = await this.#started();
    return settled(lane.call(call));
  }

  /** Ends the worker at once; what was asked settles as `cancelled`. */
  close(): void {
    this.#closing.abort();
    void this.#lane?.then(
      (lane) => lane.close(),
      () => undefined,
    );
  }

  #started(): Promise<Lane<LaneApi>> {
    this.#lane ??= this.#start();
    return this.#lane;
  }

  async #start(): Promise<Lane<LaneApi>> {
    const backend = await chosenBackend();
    const lane = new Lane<LaneApi>(0, backend, { models: [], images: [], stallAfter: STALL });
    await settled(lane.prepare(openBrowserLane, () => undefined));
    if (this.#closing.signal.aborted) lane.close();
    return lane;
  }

  async #load(model: string, tell: (step: string) => void): Promise<void> {
    tell(`Fetching ${modelName(model)}`);
    const { files } = await readModel(model, this.#closing.signal);
    tell(`Loading ${modelName(model)}`);
    await this.ask((api) => api.loadModel(files));
  }
}

import { LabError, type Answer } from '../../protocol/lab-error.ts';
import type { BackendName, LaneApi } from '../../protocol/lane.ts';
import { specModelId } from '../../protocol/model-id.ts';
import { Lane } from '../../run/lane.ts';
import type { SweepRecord } from '../../run/sweep-types.ts';
import { openBrowserLane } from '../../workers/open-browser-lane.ts';
import { modelName } from '../models/model-list.ts';
import { readModel } from '../models/read-model.ts';

type Tell = (step: string) => void;

/** What the pictures of a run are made from; a sweep and an attack have it. */
export type GalleryRecord = Pick<SweepRecord, 'spec' | 'plan' | 'images' | 'models'>;

async function settled<T>(asked: Promise<Answer<T>>): Promise<T> {
  const answer = await asked;
  if (!answer.ok) throw LabError.from(answer.error);
  return answer.value;
}

/**
 * One lane that has opened the images of a run and takes in its models when they are asked for.
 * Every call settles, also when the worker dies or the lane is closed.
 */
export class GalleryLane {
  readonly record: GalleryRecord;
  readonly backend: BackendName;
  readonly #lane: Lane<LaneApi>;
  readonly #closing = new AbortController();
  readonly #models = new Map<string, Promise<unknown>>();
  #started: Promise<unknown> | null = null;

  /** @param stallAfter a call that has not been answered for so long has failed, in milliseconds */
  constructor(record: GalleryRecord, backend: BackendName, stallAfter: number) {
    this.record = record;
    this.backend = backend;
    this.#lane = new Lane(0, backend, {
      models: [],
      images: record.images.refs,
      stallAfter,
    });
  }

  /**
   * Loads a model of the run, unless it is loaded.
   * @throws LabError if the worker, the model or the images cannot be had
   */
  async ready(model: string, tell: Tell): Promise<void> {
    const loading = this.#models.get(model) ?? this.#load(model, tell);
    this.#models.set(model, loading);
    await loading;
  }

  /** @throws LabError as the lane answers, `lane-crashed` where its worker died, or `cancelled` */
  ask<T>(call: (api: LaneApi) => Promise<Answer<T>>): Promise<T> {
    return settled(this.#lane.call(call));
  }

  /** Ends the worker at once. */
  close(): void {
    this.#closing.abort();
    this.#lane.close();
  }

  async #load(model: string, tell: Tell): Promise<void> {
    tell(`Fetching ${modelName(model)}`);
    // As it was prepared for the run, whatever has been edited since.
    const named = this.record.spec.models.find((each) => specModelId(each) === model) ?? model;
    const { files, hash } = await readModel(named, this.#closing.signal);
    const at = this.record.plan.models.findIndex(({ id }) => id === model);
    if (hash !== this.record.models[at]?.hash) {
      throw new LabError(
        'model-corrupt',
        `The files of ${modelName(model)} are others now than in this run.`,
        model,
      );
    }
    tell(`Loading ${modelName(model)}`);
    this.#started ??= settled(this.#lane.prepare(openBrowserLane, () => undefined));
    await this.#started;
    await this.ask((api) => api.loadModel(files));
  }
}

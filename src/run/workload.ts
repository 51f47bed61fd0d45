import { isEligible } from './eligibility.ts';
import type { ChunkContext } from './chunk.ts';
import { NOT_DONE, type UnitPlace } from './predictions.ts';

/** What one model has done and has to do, in classifications. */
export interface ModelWorkload {
  readonly cleanDone: number;
  readonly cleanLeft: number;
  readonly correct: number;
  readonly eligible: number;
  readonly changedDone: number;
  /** Exact once every image is known to be eligible or not. */
  readonly changedLeft: number;
}

/**
 * Counts classifications. While it is not known whether an image is eligible, it counts with the
 * share of those that are known, or as one as long as none is.
 */
export class Workload {
  readonly #context: ChunkContext;
  readonly #images: number;
  readonly #changedDone: number[];
  #models: ModelWorkload[] = [];
  #isExact = false;
  #isStale = true;

  /** @param changedDone by model, classifications of changed images that are done; default: counted */
  constructor(context: ChunkContext, images: number, changedDone?: readonly number[]) {
    this.#context = context;
    this.#images = images;
    this.#changedDone = Array.from(
      { length: context.models },
      (_, model) => changedDone?.[model] ?? this.#countChanged(model),
    );
  }

  /** Counts work whose predictions have been stored. */
  settle({ model, cell, images }: UnitPlace): void {
    if (cell !== null) this.#changedDone[model] = (this.#changedDone[model] ?? 0) + images.length;
    this.#isStale = true;
  }

  get models(): readonly ModelWorkload[] {
    this.#refresh();
    return this.#models;
  }

  get done(): number {
    return this.models.reduce((sum, model) => sum + model.cleanDone + model.changedDone, 0);
  }

  get total(): number {
    return this.models.reduce((sum, model) => sum + model.cleanLeft + model.changedLeft, this.done);
  }

  /** Whether `total` may still change. */
  get isExact(): boolean {
    this.#refresh();
    return this.#isExact;
  }

  #countChanged(model: number): number {
    const { predictions, cells, draws } = this.#context;
    let done = 0;
    for (let setting = 0; setting < cells * draws; setting += 1) {
      const predicted = predictions.changed(model, Math.floor(setting / draws), setting % draws);
      for (const each of predicted) if (each !== NOT_DONE) done += 1;
    }
    return done;
  }

  #refresh(): void {
    if (!this.#isStale) return;
    this.#isStale = false;
    const { eligibility, predictions, models } = this.#context;
    const decided = this.#decided();
    this.#isExact = eligibility === 'all' || decided.every((images) => images === this.#images);
    this.#models = Array.from({ length: models }, (_, model) =>
      this.#count(model, predictions.clean(model), decided[model] ?? 0),
    );
  }

  /** By model: images of which it is known whether they are eligible. */
  #decided(): number[] {
    const { clean } = this.#context.predictions.data;
    const done = clean.map((predicted) =>
      predicted.reduce((n, p) => n + (p === NOT_DONE ? 0 : 1), 0),
    );
    if (this.#context.eligibility !== 'common') return done;
    let common = 0;
    for (let image = 0; image < this.#images; image += 1) {
      if (clean.every((predicted) => predicted[image] !== NOT_DONE)) common += 1;
    }
    return done.map(() => common);
  }

  #count(model: number, predicted: Uint16Array, decided: number): ModelWorkload {
    const { eligibility, predictions, labels, cells, draws } = this.#context;
    let cleanDone = 0;
    let correct = 0;
    let eligible = 0;
    for (let image = 0; image < this.#images; image += 1) {
      if (predicted[image] !== NOT_DONE) cleanDone += 1;
      if (predicted[image] !== NOT_DONE && predicted[image] === labels[image]) correct += 1;
      if (isEligible(eligibility, predictions.data.clean, labels, model, image)) eligible += 1;
    }
    const share = decided === 0 || eligibility === 'all' ? 1 : eligible / decided;
    const expected =
      eligible + share * (this.#images - (eligibility === 'all' ? eligible : decided));
    const changedDone = this.#changedDone[model] ?? 0;
    return {
      cleanDone,
      cleanLeft: this.#images - cleanDone,
      correct,
      eligible,
      changedDone,
      changedLeft: Math.max(0, Math.ceil(expected * cells * draws) - changedDone),
    };
  }
}

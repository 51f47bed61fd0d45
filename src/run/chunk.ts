import { isEligible } from './eligibility.ts';
import { NOT_DONE, type Predictions, type UnitPlace } from './predictions.ts';
import type { Eligibility } from '../protocol/spec.ts';

/** What the chunks of one run share. */
export interface ChunkContext {
  readonly models: number;
  readonly cells: number;
  readonly draws: number;
  readonly eligibility: Eligibility;
  readonly labels: Uint16Array;
  readonly predictions: Predictions;
}

/** Where one model stands in a chunk. */
interface ModelProgress {
  /** Next unchanged image to hand out. */
  nextClean: number;
  /** Unchanged images without an answer. */
  cleanLeft: number;
  /** Eligible images; null until that is known. */
  eligible: Uint32Array | null;
  /** Next cell · draws + draw, and position in `eligible`, to hand out. */
  nextSetting: number;
  nextEligible: number;
}

/** A run of consecutive images through all models and cells, unchanged images first. */
export class Chunk {
  readonly start: number;
  readonly end: number;
  readonly #context: ChunkContext;
  readonly #models: ModelProgress[];

  constructor(context: ChunkContext, start: number, end: number) {
    this.#context = context;
    this.start = start;
    this.end = end;
    this.#models = Array.from({ length: context.models }, (_, model) => ({
      nextClean: start,
      cleanLeft: this.#missing(context.predictions.clean(model)),
      eligible: null,
      nextSetting: 0,
      nextEligible: 0,
    }));
  }

  #missing(predicted: Uint16Array): number {
    let missing = 0;
    for (let image = this.start; image < this.end; image += 1) {
      if (predicted[image] === NOT_DONE) missing += 1;
    }
    return missing;
  }

  /** Counts answers to unchanged images. */
  settleClean(model: number, images: number): void {
    const progress = this.#models[model];
    if (progress) progress.cleanLeft -= images;
  }

  /**
   * The next piece of work that can be done now, or null; what is predicted already is left out.
   * @param limit most images for a model, changed or not
   */
  take(limit: (model: number, changed: boolean) => number): UnitPlace | null {
    for (const [model, progress] of this.#models.entries()) {
      const images = this.#takeClean(model, progress, limit(model, false));
      if (images.length > 0) return { model, cell: null, draw: 0, images };
    }
    for (;;) {
      const model = this.#furthestBehind();
      const progress = this.#models[model];
      if (progress === undefined) return null;
      const { draws } = this.#context;
      const cell = Math.floor(progress.nextSetting / draws);
      const draw = progress.nextSetting % draws;
      const images = this.#takeChanged(model, cell, draw, progress, limit(model, true));
      if (images.length > 0) return { model, cell, draw, images };
    }
  }

  /** Whether `take` will never give anything again. */
  get exhausted(): boolean {
    const settings = this.#context.cells * this.#context.draws;
    return this.#models.every(
      (progress) =>
        progress.cleanLeft === 0 &&
        (progress.nextSetting >= settings || this.#isIneligible(progress)),
    );
  }

  #isIneligible({ eligible }: ModelProgress): boolean {
    return eligible !== null && eligible.length === 0;
  }

  #takeClean(model: number, progress: ModelProgress, limit: number): Uint32Array {
    const predicted = this.#context.predictions.clean(model);
    const images: number[] = [];
    while (progress.nextClean < this.end && images.length < limit) {
      if (predicted[progress.nextClean] === NOT_DONE) images.push(progress.nextClean);
      progress.nextClean += 1;
    }
    return Uint32Array.from(images);
  }

  #takeChanged(
    model: number,
    cell: number,
    draw: number,
    progress: ModelProgress,
    limit: number,
  ): Uint32Array {
    const predicted = this.#context.predictions.changed(model, cell, draw);
    const eligible = progress.eligible ?? new Uint32Array();
    const images: number[] = [];
    while (progress.nextEligible < eligible.length && images.length < limit) {
      const image = eligible[progress.nextEligible] ?? 0;
      if (predicted[image] === NOT_DONE) images.push(image);
      progress.nextEligible += 1;
    }
    if (progress.nextEligible >= eligible.length) {
      progress.nextEligible = 0;
      progress.nextSetting += 1;
    }
    return Uint32Array.from(images);
  }

  /** Of the models whose eligible images are known, the one with the most settings to go; else −1. */
  #furthestBehind(): number {
    const settings = this.#context.cells * this.#context.draws;
    let behind = -1;
    let least = settings;
    for (const [model, progress] of this.#models.entries()) {
      if (progress.nextSetting >= least || !this.#isKnown(model, progress)) continue;
      if (this.#isIneligible(progress)) continue;
      least = progress.nextSetting;
      behind = model;
    }
    return behind;
  }

  #isKnown(model: number, progress: ModelProgress): boolean {
    if (progress.eligible !== null) return true;
    const { eligibility, labels, predictions } = this.#context;
    const deciding = eligibility === 'common' ? this.#models : [progress];
    if (deciding.some(({ cleanLeft }) => cleanLeft > 0)) return false;
    const eligible: number[] = [];
    for (let image = this.start; image < this.end; image += 1) {
      if (isEligible(eligibility, predictions.data.clean, labels, model, image)) {
        eligible.push(image);
      }
    }
    progress.eligible = Uint32Array.from(eligible);
    return true;
  }
}

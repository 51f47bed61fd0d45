import type { UnitAnswer } from '../protocol/lane.ts';

/** Not classified yet; no class has this index. */
export const NOT_DONE = 0xffff;

/** How many predictions there will be; a plan of a sweep fits. */
interface PredictionsSize {
  readonly images: number;
  readonly draws: number;
  readonly models: readonly unknown[];
  readonly cells: readonly unknown[];
}

/** The arrays of {@link Predictions}, structured-cloneable. */
export interface PredictionsData {
  readonly draws: number;
  /** By model: predicted class of each unchanged image. */
  readonly clean: readonly Uint16Array[];
  /** By model, then cell · draws + draw: predicted class of each changed image. */
  readonly changed: readonly (readonly Uint16Array[])[];
  /** By model, then cell: Σ |Δ| in bytes of each image over the draws done. */
  readonly absDelta: readonly (readonly Float64Array[])[];
}

/** Which predictions a unit brings. `cell` is null for the unchanged images. */
export interface UnitPlace {
  readonly model: number;
  readonly cell: number | null;
  readonly draw: number;
  readonly images: Uint32Array;
}

/** Every predicted class of a run, two bytes each; {@link NOT_DONE} where there is none yet. */
export class Predictions {
  readonly data: PredictionsData;

  constructor(data: PredictionsData) {
    this.data = data;
  }

  static empty({ images, draws, models, cells }: PredictionsSize): Predictions {
    const blank = () => new Uint16Array(images).fill(NOT_DONE);
    return new Predictions({
      draws,
      clean: models.map(blank),
      changed: models.map(() => Array.from({ length: cells.length * draws }, blank)),
      absDelta: models.map(() => cells.map(() => new Float64Array(images))),
    });
  }

  get draws(): number {
    return this.data.draws;
  }

  /** @throws RangeError if the model is not one of the run */
  clean(model: number): Uint16Array {
    return found(this.data.clean[model], 'model', model);
  }

  /** @throws RangeError if the model, cell or draw is not one of the run */
  changed(model: number, cell: number, draw: number): Uint16Array {
    const ofModel = found(this.data.changed[model], 'model', model);
    if (draw < 0 || draw >= this.draws) throw new RangeError(`no draw ${draw} in this run`);
    return found(ofModel[cell * this.draws + draw], 'cell', cell);
  }

  /** @throws RangeError if the model or cell is not one of the run */
  absDelta(model: number, cell: number): Float64Array {
    return found(found(this.data.absDelta[model], 'model', model)[cell], 'cell', cell);
  }

  /** The predictions that a unit fills. */
  at({ model, cell, draw }: UnitPlace): Uint16Array {
    return cell === null ? this.clean(model) : this.changed(model, cell, draw);
  }

  /** Keeps the answer to a unit whose images had no prediction yet. */
  store(place: UnitPlace, answer: UnitAnswer): void {
    const predicted = this.at(place);
    const delta = place.cell === null ? null : this.absDelta(place.model, place.cell);
    for (const [index, image] of place.images.entries()) {
      predicted[image] = answer.predicted[index] ?? NOT_DONE;
      if (delta) delta[image] = (delta[image] ?? 0) + (answer.absDelta[index] ?? 0);
    }
  }
}

function found<T>(entry: T | undefined, what: string, index: number): T {
  if (entry === undefined) throw new RangeError(`no ${what} ${index} in this run`);
  return entry;
}

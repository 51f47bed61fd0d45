import type { SweepPlan } from './plan.ts';

/** Not classified yet; no class has this index. */
export const NOT_DONE = 0xffff;

/** The arrays of {@link Predictions}, structured-cloneable. */
export interface PredictionsData {
  /** By model: predicted class of each unchanged image. */
  readonly clean: readonly Uint16Array[];
  /** By model, then cell · draws + draw: predicted class of each changed image. */
  readonly changed: readonly (readonly Uint16Array[])[];
  /** By model, then cell: Σ |Δ| in bytes of each image over the draws done. */
  readonly absDelta: readonly (readonly Float64Array[])[];
}

/** Every predicted class of a run, two bytes each; {@link NOT_DONE} where there is none yet. */
export class Predictions {
  readonly data: PredictionsData;
  readonly draws: number;

  constructor(plan: Pick<SweepPlan, 'images' | 'draws' | 'models' | 'cells'>) {
    const { images, draws, models, cells } = plan;
    const empty = () => new Uint16Array(images).fill(NOT_DONE);
    this.draws = draws;
    this.data = {
      clean: models.map(empty),
      changed: models.map(() => Array.from({ length: cells.length * draws }, empty)),
      absDelta: models.map(() => cells.map(() => new Float64Array(images))),
    };
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
}

function found<T>(entry: T | undefined, what: string, index: number): T {
  if (entry === undefined) throw new RangeError(`no ${what} ${index} in this run`);
  return entry;
}

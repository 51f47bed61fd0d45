import { clopperPearson } from '../core/clopper-pearson.ts';
import { pixelIndex } from '../core/pixel-index.ts';
import { labelAt } from './labels.ts';
import { corePixelValue } from './pixel-values.ts';
import type { SweepPlan } from './plan.ts';
import type { DoneCounts } from './prepared-sweep.ts';
import { NOT_DONE, type Predictions, type UnitPlace } from './predictions.ts';
import type { Tally } from './sweep-types.ts';

/** Running counts of every model × cell, for a curve that grows. */
export class Tallies {
  readonly #plan: SweepPlan;
  readonly #labels: Uint16Array;
  readonly #predictions: Predictions;
  readonly #hasPi: boolean;
  readonly #classified: Float64Array;
  readonly #wrong: Float64Array;
  readonly #tallies: (Tally | undefined)[];

  /**
   * @param start `hasPi` is false where the images include some that are wrong unchanged; `done` is
   *   what the predictions hold already
   */
  constructor(
    plan: SweepPlan,
    labels: Uint16Array,
    predictions: Predictions,
    { hasPi, done }: { readonly hasPi: boolean; readonly done: DoneCounts },
  ) {
    this.#plan = plan;
    this.#labels = labels;
    this.#predictions = predictions;
    this.#hasPi = hasPi;
    this.#classified = done.classified.slice();
    this.#wrong = done.wrong.slice();
    this.#tallies = Array.from({ length: plan.models.length * plan.cells.length });
  }

  /** Counts work whose predictions have been stored. */
  add(place: UnitPlace): void {
    const { model, cell, images } = place;
    if (cell === null) return;
    const at = model * this.#plan.cells.length + cell;
    const predicted = this.#predictions.at(place);
    const { clean } = this.#predictions.data;
    let classified = 0;
    let wrong = 0;
    for (const image of images) {
      if (predicted[image] === NOT_DONE) continue;
      classified += 1;
      if (predicted[image] !== labelAt(this.#labels, clean, model, image)) wrong += 1;
    }
    if (classified === 0) return;
    this.#classified[at] = (this.#classified[at] ?? 0) + classified;
    this.#wrong[at] = (this.#wrong[at] ?? 0) + wrong;
    this.#tallies[at] = undefined;
  }

  /** Model by model, cells in the order of the plan. */
  list(): readonly Tally[] {
    const { cells } = this.#plan;
    return Array.from(this.#tallies, (known, at) => {
      const tally = known ?? this.#tally(Math.floor(at / cells.length), at % cells.length);
      this.#tallies[at] = tally;
      return tally;
    });
  }

  #tally(modelIndex: number, cellIndex: number): Tally {
    const model = this.#plan.models[modelIndex];
    const cell = this.#plan.cells[cellIndex];
    const rect = model?.rects[cellIndex];
    if (!model || !cell || !rect) throw new RangeError('no such model or cell in this run');
    const at = modelIndex * this.#plan.cells.length + cellIndex;
    const classified = this.#classified[at] ?? 0;
    const wrong = this.#wrong[at] ?? 0;
    const images = Math.ceil(classified / this.#plan.draws);
    const right = 1 - wrong / classified;
    const [height, width] = model.inputSize;
    return {
      model: model.id,
      cell: cellIndex,
      count: cell.count,
      value: cell.value,
      region: cell.region,
      images,
      classified,
      wrong,
      accuracy: classified === 0 ? null : right,
      interval: classified === 0 ? null : clopperPearson(right * images, images),
      pi: this.#hasPi
        ? pixelIndex({
            wrong,
            eligible: classified,
            count: cell.count,
            height,
            width,
            value: corePixelValue(cell.value),
            regionArea: rect.height * rect.width,
          })
        : null,
    };
  }
}

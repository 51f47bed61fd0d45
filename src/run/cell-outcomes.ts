import { eligibleMasks } from './eligibility.ts';
import type { SweepPlan } from './plan.ts';
import { Predictions, type PredictionsData } from './predictions.ts';
import type { Spec } from '../protocol/spec.ts';

/** One model at one cell, over the eligible images of which every draw is done. */
export interface CellOutcomes {
  readonly model: number;
  readonly cell: number;
  /** Positions in the image list, ascending. */
  readonly images: Uint32Array;
  /** Wrong draws of each of these images. */
  readonly wrong: Uint16Array;
  /** Σ |Δ| in bytes over these images and all draws. */
  readonly absDelta: number;
}

function cellOutcomes(
  predictions: Predictions,
  labels: Uint16Array,
  eligible: Uint8Array,
  model: number,
  cell: number,
): CellOutcomes {
  const images: number[] = [];
  const wrong: number[] = [];
  const delta = predictions.absDelta(model, cell);
  let absDelta = 0;
  for (const [image, label] of labels.entries()) {
    if (eligible[image] !== 1 || !predictions.isComplete(model, cell, image)) continue;
    let mistakes = 0;
    for (let draw = 0; draw < predictions.draws; draw += 1) {
      if (predictions.changed(model, cell, draw)[image] !== label) mistakes += 1;
    }
    images.push(image);
    wrong.push(mistakes);
    absDelta += delta[image] ?? 0;
  }
  return {
    model,
    cell,
    images: Uint32Array.from(images),
    wrong: Uint16Array.from(wrong),
    absDelta,
  };
}

/** Every model × cell, model by model, cells in the order of the plan. */
export function allOutcomes(
  spec: Spec,
  plan: SweepPlan,
  labels: Uint16Array,
  data: PredictionsData,
): { readonly masks: Uint8Array[]; readonly outcomes: CellOutcomes[][] } {
  const predictions = new Predictions(data);
  const masks = eligibleMasks(spec.eligibility, data.clean, labels);
  const outcomes = masks.map((eligible, model) =>
    plan.cells.map(({ index }) => cellOutcomes(predictions, labels, eligible, model, index)),
  );
  return { masks, outcomes };
}

/** The images of the first that all others have too; ascending. */
export function sharedImages(outcomes: readonly CellOutcomes[]): Uint32Array {
  const [first, ...rest] = outcomes;
  if (!first) return new Uint32Array();
  const same = rest.every(({ images }) => images.length === first.images.length);
  const sets = rest.map(({ images }) => new Set(images));
  const shared = first.images.filter((image) => sets.every((set) => set.has(image)));
  return same && shared.length === first.images.length ? first.images : shared;
}

/** Wrong draws of each of the images, which the outcomes must have. */
export function wrongOn(outcomes: CellOutcomes, images: Uint32Array): Uint16Array {
  if (images === outcomes.images) return outcomes.wrong;
  const at = new Map(Array.from(outcomes.images, (image, index) => [image, index]));
  return Uint16Array.from(images, (image) => outcomes.wrong[at.get(image) ?? -1] ?? 0);
}

import { eligibleMasks } from './eligibility.ts';
import { labelAt } from './labels.ts';
import type { SweepPlan } from './plan.ts';
import { NOT_DONE, Predictions, type PredictionsData } from './predictions.ts';
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
  const byDraw = Array.from({ length: predictions.draws }, (_, draw) =>
    predictions.changed(model, cell, draw),
  );
  const delta = predictions.absDelta(model, cell);
  const images = new Uint32Array(labels.length);
  const wrong = new Uint16Array(labels.length);
  let kept = 0;
  let absDelta = 0;
  for (let image = 0; image < labels.length; image += 1) {
    if (eligible[image] !== 1) continue;
    const label = labelAt(labels, predictions.data.clean, model, image);
    let mistakes = 0;
    let done = 0;
    for (const predicted of byDraw) {
      if (predicted[image] !== NOT_DONE) done += 1;
      if (predicted[image] !== label) mistakes += 1;
    }
    if (done < byDraw.length) continue;
    images[kept] = image;
    wrong[kept] = mistakes;
    absDelta += delta[image] ?? 0;
    kept += 1;
  }
  return { model, cell, images: images.slice(0, kept), wrong: wrong.slice(0, kept), absDelta };
}

export interface AllOutcomes {
  /** By model: 1 for each eligible image. */
  readonly masks: readonly Uint8Array[];
  /** By model, then cell in the order of the plan. */
  readonly outcomes: readonly CellOutcomes[][];
}

/** Every model × cell, in steps of one. */
export function* outcomeSteps(
  spec: Spec,
  plan: SweepPlan,
  labels: Uint16Array,
  data: PredictionsData,
): Generator<void, AllOutcomes> {
  const predictions = new Predictions(data);
  const masks = eligibleMasks(spec.eligibility, data.clean, labels);
  const outcomes: CellOutcomes[][] = [];
  for (const [model, eligible] of masks.entries()) {
    const ofModel: CellOutcomes[] = [];
    for (const { index } of plan.cells) {
      ofModel.push(cellOutcomes(predictions, labels, eligible, model, index));
      yield;
    }
    outcomes.push(ofModel);
  }
  return { masks, outcomes };
}

/** The images of the first that all others have too; ascending, and its very array where these are all. */
export function sharedImages(outcomes: readonly CellOutcomes[]): Uint32Array {
  const [first, ...rest] = outcomes;
  if (!first) return new Uint32Array();
  const { images } = first;
  const isSame = rest.every(
    (other) =>
      other.images.length === images.length &&
      other.images.every((image, index) => image === images[index]),
  );
  if (isSame) return images;
  const sets = rest.map((other) => new Set(other.images));
  return images.filter((image) => sets.every((set) => set.has(image)));
}

/** Wrong draws of each of the images, which the outcomes must have. */
export function wrongOn(outcomes: CellOutcomes, images: Uint32Array): Uint16Array {
  if (images.length === outcomes.images.length) return outcomes.wrong;
  const at = new Map(Array.from(outcomes.images, (image, index) => [image, index]));
  return Uint16Array.from(images, (image) => outcomes.wrong[at.get(image) ?? -1] ?? 0);
}

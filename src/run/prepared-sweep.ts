import { checkSize } from './check-spec.ts';
import { checkOrigin, checkpointOrigin, refuseCheckpoint } from './checkpoint-origin.ts';
import { labelAt } from './labels.ts';
import { gridCells } from './plan.ts';
import { NOT_DONE, Predictions, type PredictionsData } from './predictions.ts';
import type { SweepOptions } from './sweep-types.ts';
import { runInSlices } from './yielding.ts';

/** What of a sweep is classified, by model · cells + cell. */
export interface DoneCounts {
  readonly classified: Float64Array;
  readonly wrong: Float64Array;
}

/** Where the classifications of a sweep go, with those of its checkpoint. */
export interface PreparedSweep {
  readonly predictions: Predictions;
  readonly done: DoneCounts;
}

interface Size {
  readonly images: number;
  readonly models: number;
  readonly cells: number;
  readonly draws: number;
}

type Saved = Uint16Array | Float64Array;

/** Copies what a checkpoint has into an array of the same kind and length. */
function copyInto(array: Saved, saved: Saved | undefined): void {
  if (saved?.constructor !== array.constructor || saved.length !== array.length) {
    refuseCheckpoint('another plan');
  }
  array.set(saved);
}

function* filledIn(
  { images, models, cells, draws }: Size,
  saved: PredictionsData | null,
): Generator<void, Predictions> {
  const places = Array.from({ length: models }, (_, model) => model);
  const isOther = ({ clean, changed, absDelta }: PredictionsData): boolean =>
    [clean, changed, absDelta].some(({ length }) => length !== models) ||
    changed.some(({ length }) => length !== cells * draws) ||
    absDelta.some(({ length }) => length !== cells);
  if (saved !== null && (saved.draws !== draws || isOther(saved))) refuseCheckpoint('another plan');
  const clean = places.map(() => new Uint16Array(images).fill(NOT_DONE));
  const changed: Uint16Array[][] = places.map(() => []);
  const absDelta: Float64Array[][] = places.map(() => []);
  for (const model of places) {
    const own = clean[model];
    if (saved && own) copyInto(own, saved.clean[model]);
    for (let setting = 0; setting < cells * draws; setting += 1) {
      const classes = new Uint16Array(images).fill(NOT_DONE);
      if (saved) copyInto(classes, saved.changed[model]?.[setting]);
      changed[model]?.push(classes);
      yield;
    }
    for (let cell = 0; cell < cells; cell += 1) {
      const deltas = new Float64Array(images);
      if (saved) copyInto(deltas, saved.absDelta[model]?.[cell]);
      absDelta[model]?.push(deltas);
      yield;
    }
  }
  return new Predictions({ draws, clean, changed, absDelta });
}

function* counted(
  predictions: Predictions,
  labels: Uint16Array,
  { models, cells, draws }: Size,
): Generator<void, DoneCounts> {
  const { clean } = predictions.data;
  const classified = new Float64Array(models * cells);
  const wrong = new Float64Array(models * cells);
  for (let at = 0; at < classified.length; at += 1) {
    const model = Math.floor(at / cells);
    for (let draw = 0; draw < draws; draw += 1) {
      const predicted = predictions.changed(model, at % cells, draw);
      for (let image = 0; image < predicted.length; image += 1) {
        if (predicted[image] === NOT_DONE) continue;
        classified[at] = (classified[at] ?? 0) + 1;
        if (predicted[image] === labelAt(labels, clean, model, image)) continue;
        wrong[at] = (wrong[at] ?? 0) + 1;
      }
      yield;
    }
  }
  return { classified, wrong };
}

/**
 * Lays out the classifications of a sweep, in slices: there may be many megabytes of them.
 * @throws LabError `spec-invalid` where they are more than a run can hold, or the checkpoint is of
 *   another experiment, other images or other models
 */
export async function prepareSweep({
  spec,
  images,
  models,
  checkpoint,
}: SweepOptions): Promise<PreparedSweep> {
  const count = images.labels.length;
  checkSize(spec, count);
  if (checkpoint) checkOrigin(checkpoint, checkpointOrigin(spec, images, models));
  const cells = gridCells(spec.grid).length;
  const size = { images: count, models: spec.models.length, cells, draws: spec.draws };
  const predictions = await runInSlices(filledIn(size, checkpoint?.predictions ?? null));
  const nothing = new Float64Array(size.models * cells);
  const done = checkpoint
    ? await runInSlices(counted(predictions, images.labels, size))
    : { classified: nothing, wrong: nothing.slice() };
  return { predictions, done };
}

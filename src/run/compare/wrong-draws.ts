import { isEligible } from '../eligibility.ts';
import { labelAt } from '../labels.ts';
import { NOT_DONE } from '../predictions.ts';
import type { ComparedModel } from './compare-types.ts';

/** For each image of the run, 1 where it counts for the model. */
export function eligibleOf({ record, model }: ComparedModel): Uint8Array {
  const { images, predictions, spec } = record;
  return Uint8Array.from(images.labels, (_, image) =>
    isEligible(spec.eligibility, predictions.data.clean, images.labels, model, image) ? 1 : 0,
  );
}

/** What a model makes of every image at one cell. */
interface WrongDraws {
  /** Wrong draws by image. */
  readonly wrong: Uint16Array;
  /** 1 where every draw of the image is classified. */
  readonly done: Uint8Array;
}

/** @param cell position in the plan of the run */
export function wrongDraws({ record, model }: ComparedModel, cell: number): WrongDraws {
  const { images, predictions, plan } = record;
  const wrong = new Uint16Array(images.labels.length);
  const done = new Uint8Array(images.labels.length).fill(1);
  for (let draw = 0; draw < plan.draws; draw += 1) {
    const predicted = predictions.changed(model, cell, draw);
    for (const [image, answer] of predicted.entries()) {
      const label = labelAt(images.labels, predictions.data.clean, model, image);
      if (answer === NOT_DONE) done[image] = 0;
      else if (answer !== label) wrong[image] = (wrong[image] ?? 0) + 1;
    }
  }
  return { wrong, done };
}

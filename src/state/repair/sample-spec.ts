import { parseAugmentJob } from '../../protocol/augment-job.ts';
import type { ImagesSpec } from '../../protocol/spec.ts';
import type { RepairExperiment } from '../../run/repair/repair-types.ts';
import type { KeptImageSet } from '../images/kept-set.ts';
import { correctionFor, matchSet } from '../images/match-set.ts';
import { modelFit } from '../images/model-fit.ts';
import { takenCount, type OwnImagesSpec } from '../images/set-choice.ts';
import { classSetOf } from '../models/model-classes.ts';
import type { ModelFacts } from '../models/model-facts.ts';
import { imagesOfRole } from './repair-images.ts';

/** What samples to make besides what a repair says. */
interface SampleWish {
  /** Training images. */
  readonly images: number;
  /** Samples of each image. */
  readonly samples: number;
  /** Changed pixels, where the samples have some. */
  readonly count: number;
}

/** What this page has of sets and models. */
interface Here {
  readonly sets: readonly KeptImageSet[];
  readonly cards: Readonly<Record<string, ModelFacts>>;
}

/** The set of a person's own that a repair trains on, and what the model calls its classes. */
function trainingSet(spec: RepairExperiment, { sets, cards }: Here) {
  const images = imagesOfRole(spec, 'train');
  if (images.source === 'roadside') return null;
  const set = sets.find(({ name }) => name === images.path);
  const known = classSetOf(spec.repair.model, cards);
  return set === undefined || known === null ? null : { images, set, known };
}

/** How many pictures of a person's own a repair can train on; null where these are Roadside's. */
export function trainingPictures(spec: RepairExperiment, here: Here): number | null {
  if (imagesOfRole(spec, 'train').source === 'roadside') return null;
  const own = trainingSet(spec, here);
  return own === null ? 0 : takenCount(own.set, own.known, own.images);
}

/**
 * The images of a job, which knows no model: what a repair leaves out since the model has no such
 * class is left out by name, so that the parts of a set are dealt out as in the repair.
 */
function jobImages(spec: RepairExperiment, here: Here, count: number): ImagesSpec {
  const images = imagesOfRole(spec, 'train');
  if (images.source === 'roadside') return { source: 'roadside', split: 'train', count };
  const own = trainingSet(spec, here);
  if (own === null) return { ...images, count };
  const { known, set } = own;
  const corrections = images.classes ?? {};
  const classes: NonNullable<OwnImagesSpec['classes']> = {};
  for (const { name, index } of matchSet({ images: set.images, corrections }, known)) {
    classes[name] = index === null ? null : correctionFor(known, index);
  }
  return { ...images, classes, count };
}

/** The samples of a repair as a job of their own, which the command takes as well. */
export function sampleSpec(
  spec: RepairExperiment,
  here: Here,
  { images, samples, count }: SampleWish,
) {
  const { arm, value, region, model } = spec.repair;
  const isOwn = imagesOfRole(spec, 'train').source !== 'roadside';
  const size = isOwn ? modelFit(model, here.cards)?.size : undefined;
  const output = { samples, ...(size !== undefined && { size }) };
  return parseAugmentJob({
    version: 1,
    name: 'samples',
    seed: spec.seed,
    images: jobImages(spec, here, images),
    augment: arm === 'pixels' ? { arm, count, value, region, ...output } : { arm, ...output },
  });
}

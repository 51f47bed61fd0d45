import type { RepairExperiment } from '../../run/repair/repair-types.ts';
import type { KeptImageSet } from '../images/kept-set.ts';
import { takenCount, takenOfSet, type OwnImagesSpec } from '../images/set-choice.ts';
import { classSetOf, knowsRoadside, type ClassSet } from '../models/model-classes.ts';
import type { ModelFacts } from '../models/model-facts.ts';
import { modelName } from '../models/model-list.ts';
import { repairImages, type RepairRole } from './repair-images.ts';
import type { RepairProblem } from './repair-problem.ts';

const named = { train: 'training', validation: 'validation', test: 'test' } as const;

function problemOf(
  role: RepairRole,
  images: OwnImagesSpec,
  set: KeptImageSet | undefined,
  known: ClassSet,
): string | null {
  const { path } = images;
  if (set === undefined) {
    return `The ${named[role]} images are ${path}, which is not in this browser. Add it in Images, or choose others.`;
  }
  const count = takenCount(set, known, images);
  if (count === 0) {
    return takenCount(set, known, { ...images, part: undefined }) === 0
      ? `The model knows none of the classes of ${path}. Match its classes in Images, or choose other ${named[role]} images.`
      : `${path} has too few pictures to be dealt out for training, validation and test. Add some in Images, or choose other ${named[role]} images.`;
  }
  if (role !== 'train') return null;
  const taken = takenOfSet(set, known, images).labels.subarray(0, images.count);
  return new Set(taken).size > 1
    ? null
    : `The training images of ${path} show one class only. Training needs at least two: take more images, or others.`;
}

/** What keeps the images of a repair from being used here; null where nothing does. */
export function imagesProblem(
  spec: RepairExperiment,
  sets: readonly KeptImageSet[],
  cards: Readonly<Record<string, ModelFacts>>,
): RepairProblem | null {
  const { model } = spec.repair;
  const known = classSetOf(model, cards);
  if (known === null) return null;
  for (const { role, images } of repairImages(spec)) {
    const part = role === 'test' ? 'test' : 'images';
    if (images.source !== 'roadside') {
      const set = sets.find(({ name }) => name === images.path);
      const message = problemOf(role, images, set, known);
      if (message !== null) return { part, message };
    } else if (!knowsRoadside(known)) {
      const message = `${modelName(model)} does not know the road signs of these images. Choose images of its classes, which you add in Images.`;
      return { part, message };
    }
  }
  return null;
}

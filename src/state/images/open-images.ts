import { LabError } from '../../protocol/lab-error.ts';
import { specModelId } from '../../protocol/model-id.ts';
import type { ImagesSpec } from '../../protocol/spec.ts';
import type { ImageSet } from '../../run/image-set.ts';
import { cardsStore } from '../models/cards-store.ts';
import { classSetOf, type ClassSet } from '../models/model-classes.ts';
import type { SpecModel } from '../models/spec-model.ts';
import { imageSetNamed } from './image-sets.ts';
import { takenOfSet } from './set-choice.ts';
import { imageRefs } from './set-files.ts';

/** Where no model says how many classes it tells apart, any index is one. */
const anyClass: ClassSet = { count: 65_534, names: [] };

/** The classes that the models of an experiment tell apart. */
export function classesOfModels(
  models: readonly SpecModel[],
  cards = cardsStore.getState().cards,
): ClassSet {
  const known = models.flatMap((model) => classSetOf(specModelId(model), cards) ?? []);
  return known.find(({ names }) => names.length > 0) ?? known[0] ?? anyClass;
}

/** Refuses what cannot be measured. */
function refuse(name: string, why: string): never {
  throw new LabError('image-missing', `images: ${why}`, name);
}

/**
 * The images of a spec as a run takes them: of Roadside, or of a set that is kept here, without the
 * classes that the models do not know.
 * @throws LabError `image-missing` naming the set or the picture, `storage`
 */
export async function openImages(images: ImagesSpec, classes: ClassSet): Promise<ImageSet> {
  if (images.source === 'roadside') {
    const { roadsideImages } = await import('../../images/roadside-set.ts');
    return roadsideImages(images.split, images.count);
  }
  const { path, count } = images;
  const set = imageSetNamed(path);
  if (set === null) {
    return refuse(path, `there is no image set ${path} here. Add it in Images, or choose another.`);
  }
  const judged = takenOfSet(set, classes, images);
  if (judged.images.length === 0) {
    return refuse(
      path,
      `the models know none of the classes of ${path}. Match its classes in Images.`,
    );
  }
  const { imageSetHash } = await import('../../images/image-set-hash.ts');
  const refs = await imageRefs(path, judged.images.slice(0, count));
  const labels = judged.labels.slice(0, refs.length);
  return { refs, labels, classNames: classes.names, hash: imageSetHash(refs, labels) };
}

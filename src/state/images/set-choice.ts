import { partOf } from '../../images/sets/taken-images.ts';
import type { ImagesSpec } from '../../protocol/spec.ts';
import type { ClassSet } from '../models/model-classes.ts';
import type { KeptImageSet } from './kept-set.ts';
import { judgedImages, type JudgedImages } from './match-set.ts';

/** A set as a spec names it; Roadside stays with its source. */
export type OwnImagesSpec = Exclude<ImagesSpec, { source: 'roadside' }>;

/** How a spec takes pictures of a set, but for their number. */
export type SetTaking = Pick<OwnImagesSpec, 'labels' | 'classes' | 'part'>;

/** Most images that a run starts with unless a person asks for more. */
const USUAL = 1000;

/** The pictures of a set that a spec can take: of classes that the models know, and of its part. */
export function takenOfSet(
  { images }: Pick<KeptImageSet, 'images'>,
  known: ClassSet,
  { labels = 'given', classes = {}, part }: SetTaking,
): JudgedImages {
  const judged = judgedImages({ images, corrections: classes }, known, labels);
  if (part === undefined) return judged;
  return {
    images: partOf(judged.images, part),
    labels: Uint16Array.from(partOf(Array.from(judged.labels), part)),
  };
}

/** How many pictures of a set a spec can take. */
export function takenCount(
  set: Pick<KeptImageSet, 'images'>,
  known: ClassSet,
  taking: SetTaking,
): number {
  return takenOfSet(set, known, taking).images.length;
}

/** The corrections that a person has made by hand, as a spec names them. */
export function classNaming({ corrections }: Pick<KeptImageSet, 'corrections'>): SetTaking {
  return Object.keys(corrections).length === 0 ? {} : { classes: { ...corrections } };
}

/** A set as a spec names it: without labels where none of its classes is known. */
export function chooseSet(set: KeptImageSet, known: ClassSet): OwnImagesSpec {
  const { name, source, images } = set;
  const naming = classNaming(set);
  const judged = takenCount(set, known, naming);
  const count = Math.max(1, Math.min(USUAL, judged === 0 ? images.length : judged));
  if (judged === 0) return { source, path: name, count, labels: 'predicted' };
  return { source, path: name, count, ...naming };
}

import type { ImagesSpec } from '../../protocol/spec.ts';
import type { ClassSet } from '../models/model-classes.ts';
import type { KeptImageSet } from './kept-set.ts';
import { judgedImages } from './match-set.ts';

/** A set as a spec names it; Roadside stays with its source. */
export type OwnImagesSpec = Exclude<ImagesSpec, { source: 'roadside' }>;

/** Most images that a run starts with unless a person asks for more. */
const USUAL = 1000;

/** How many pictures of a set can be judged. */
export function judgedCount(
  set: KeptImageSet,
  classes: ClassSet,
  labels: OwnImagesSpec['labels'],
): number {
  return judgedImages(set, classes, labels ?? 'given').images.length;
}

/** A set as a spec names it: without labels where none of its classes is known. */
export function chooseSet(set: KeptImageSet, classes: ClassSet): OwnImagesSpec {
  const { name, source, images } = set;
  const known = judgedCount(set, classes, 'given');
  const count = Math.max(1, Math.min(USUAL, known === 0 ? images.length : known));
  return { source, path: name, count, ...(known === 0 && { labels: 'predicted' as const }) };
}

import type { ImagesSpec } from '../../protocol/spec.ts';
import { experimentStore } from '../experiment/experiment-store.ts';
import { repairDraft, sameRepair } from '../repair/repair-draft.ts';
import { recounted, repairImages, withImages } from '../repair/repair-images.ts';
import { imageSetNamed, imageSets, putImageSet } from './image-sets.ts';
import type { KeptImageSet } from './kept-set.ts';
import { classesOfModels } from './open-images.ts';
import { classNaming } from './set-choice.ts';

/** Images of a spec under the class names that a set has now; the same where they are of another. */
function renamed(images: ImagesSpec, set: KeptImageSet): ImagesSpec {
  if (images.source === 'roadside') return images;
  if (images.path !== set.name || images.labels === 'predicted') return images;
  const { classes: _, ...others } = images;
  return { ...others, ...classNaming(set) };
}

/** The sentences that name a set go by the names that it has now. */
function follow(set: KeptImageSet): void {
  const { spec, edit } = experimentStore.getState();
  const images = renamed(spec.images, set);
  if (images !== spec.images) edit({ images });
  const draft = repairDraft.getState();
  let next = draft.spec;
  for (const { role, images: given } of repairImages(draft.spec)) {
    next = withImages(next, role, renamed(given, set));
  }
  const sets = imageSets.getState().sets.map((each) => (each.name === set.name ? set : each));
  if (!sameRepair(next, draft.spec)) {
    draft.replace(recounted(next, sets, classesOfModels([next.repair.model])));
  }
}

/** Says which class of the models a class of the set is; null leaves its pictures out, undefined takes back. */
export function correctClass(set: string, className: string, to: string | null | undefined): void {
  const found = imageSetNamed(set);
  if (found === null) return;
  const { [className]: _, ...others } = found.corrections;
  const corrections = to === undefined ? others : { ...others, [className]: to };
  const corrected = { ...found, corrections };
  void putImageSet(corrected);
  follow(corrected);
}

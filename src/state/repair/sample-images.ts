import { takenImages } from '../../images/sets/taken-images.ts';
import type { ImageRef } from '../../protocol/image-ref.ts';
import { LabError } from '../../protocol/lab-error.ts';
import type { ImagesSpec } from '../../protocol/spec.ts';
import { imageSetNamed } from '../images/image-sets.ts';
import { imageRefs } from '../images/set-files.ts';

/** Images with the class of each as Roadside, the folder or the spec calls it. */
interface NamedImages {
  readonly refs: readonly ImageRef[];
  readonly classes: readonly string[];
}

function refuse(name: string, why: string): never {
  throw new LabError('image-missing', `images: ${name} ${why}`, name);
}

/**
 * The images that samples are made of.
 * @throws LabError `image-missing` naming the set or the picture, `storage`
 */
export async function namedImages(images: ImagesSpec): Promise<NamedImages> {
  if (images.source === 'roadside') {
    const { roadsideImages } = await import('../../images/roadside-set.ts');
    const { refs, labels, classNames } = roadsideImages(images.split, images.count);
    return { refs, classes: Array.from(labels, (label) => classNames[label] ?? '') };
  }
  const set = imageSetNamed(images.path);
  if (set === null) return refuse(images.path, 'is not in this browser; add it in Images');
  if (images.labels === 'predicted') return refuse(images.path, 'needs classes for its samples');
  const taken = takenImages(set.images, images);
  const loose = taken.find(({ className }) => className === '');
  if (taken.length === 0) return refuse(images.path, 'has no picture left to make samples of');
  if (loose !== undefined) {
    return refuse(images.path, `has a picture without a class, ${loose.file}`);
  }
  const classes = taken.map(({ className }) => className);
  return { refs: await imageRefs(images.path, taken), classes };
}

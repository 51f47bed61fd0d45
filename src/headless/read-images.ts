import { sha256 } from '../core/sha256.ts';
import { classIndices } from '../images/files/class-index.ts';
import type { ClassLabels } from '../images/files/class-labels.ts';
import { checkImageHeader } from '../images/files/decode.ts';
import { imageSetHash } from '../images/image-set-hash.ts';
import { roadsideClasses } from '../images/roadside/classes.ts';
import { roadsideLabel } from '../images/roadside/render.ts';
import { splitStart } from '../images/roadside/splits.ts';
import type { ImageRef } from '../protocol/image-ref.ts';
import { LabError } from '../protocol/lab-error.ts';
import type { ImagesSpec } from '../protocol/spec.ts';
import type { ImageSet } from '../run/image-set.ts';
import { measureOf, NO_LABEL } from '../run/labels.ts';
import { listImages, type Listing } from './list-images.ts';

/** Opens every file once, so that a bad one is met before anything is computed. */
async function openFiles({ listed, open }: Listing): Promise<ImageRef[]> {
  const refs: ImageRef[] = [];
  for (const image of listed) {
    const { content, bytes } = await open(image);
    checkImageHeader(bytes, image.file);
    refs.push({ kind: 'file', name: image.file, content, sha256: sha256(bytes) });
  }
  return refs;
}

/** Roadside's classes as the models number them. */
function roadsideLabels(classNames: readonly string[]): number[] {
  if (classNames.length === 0) return roadsideClasses.map((_, index) => index);
  return roadsideClasses.map((name) => {
    const index = classNames.indexOf(name);
    if (index >= 0) return index;
    throw new LabError(
      'spec-invalid',
      `images: the models do not know the class "${name}" of Roadside; use images of their own classes`,
      'images',
    );
  });
}

function roadsideImages(
  { split, count }: Extract<ImagesSpec, { source: 'roadside' }>,
  classNames: readonly string[],
): ImageSet {
  const start = splitStart(split);
  const indices = Array.from({ length: count }, (_, index) => start + index);
  const refs = indices.map((index): ImageRef => ({ kind: 'roadside', index }));
  const numbers = roadsideLabels(classNames);
  const labels = Uint16Array.from(indices, (index) => numbers[roadsideLabel(index)] ?? 0);
  const names = classNames.length === 0 ? roadsideClasses : classNames;
  return { refs, labels, classNames: names, hash: imageSetHash(refs, labels) };
}

/**
 * The images of a spec, each with its class as the folder, the table or Roadside names it.
 * @param folder - paths are relative to it
 * @throws LabError naming the field, the file or the row
 */
export async function readNamedImages(
  images: ImagesSpec,
  folder: string,
): Promise<{ refs: readonly ImageRef[]; classes: readonly string[] }> {
  if (images.source === 'roadside') {
    const { refs, labels } = roadsideImages(images, roadsideClasses);
    return { refs, classes: Array.from(labels, (label) => roadsideClasses[label] ?? '') };
  }
  if (measureOf({ images }) === 'agreement') {
    const field = 'images.labels';
    throw new LabError('spec-invalid', `${field}: samples need classes; use "given"`, field);
  }
  const listing = await listImages(images, folder);
  const classes = listing.listed.map(({ className }) => className);
  return { refs: await openFiles(listing), classes };
}

/**
 * The images of a spec, with labels unless it has the models predict them. Every file is opened,
 * hashed and its header checked.
 * @param folder - paths are relative to it
 * @param classes - of the models; no names where classes are indices
 * @throws LabError naming the field, the file or the row
 */
export async function readImages(
  images: ImagesSpec,
  folder: string,
  { names, wordnetIds }: ClassLabels,
): Promise<ImageSet> {
  if (images.source === 'roadside') return roadsideImages(images, names);
  const listing = await listImages(images, folder);
  const labels =
    measureOf({ images }) === 'agreement'
      ? new Uint16Array(listing.listed.length).fill(NO_LABEL)
      : classIndices(listing.listed, names, wordnetIds);
  const refs = await openFiles(listing);
  return { refs, labels, classNames: names, hash: imageSetHash(refs, labels) };
}

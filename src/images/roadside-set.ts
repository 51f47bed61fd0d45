import { LabError } from '../protocol/lab-error.ts';
import type { ImageRef } from '../protocol/image-ref.ts';
import { imageSetHash } from './image-set-hash.ts';
import { roadsideClasses } from './roadside/classes.ts';
import { roadsideLabel } from './roadside/render.ts';
import { splitSize, splitStart, type Split } from './roadside/splits.ts';

/**
 * The first `count` images of a split of Roadside, with labels, class names and hash, as a run
 * takes them.
 * @throws LabError `spec-invalid` naming images.count if the split has fewer
 */
export function roadsideImages(split: Split, count: number) {
  if (count > splitSize(split)) {
    throw new LabError(
      'spec-invalid',
      `images.count: the ${split} split has ${splitSize(split)} images, not ${count}`,
      'images.count',
    );
  }
  const start = splitStart(split);
  const refs = Array.from({ length: count }, (_, index): ImageRef => ({
    kind: 'roadside',
    index: start + index,
  }));
  const labels = Uint16Array.from(refs, (_, index) => roadsideLabel(start + index));
  return { refs, labels, classNames: roadsideClasses, hash: imageSetHash(refs, labels) };
}

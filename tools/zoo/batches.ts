import type { Batch } from '../../src/engine/training/train-epoch.ts';
import { augment, type Augmentation } from './augment.ts';
import { IMAGE_BYTES, imageOf, type ImageSet } from './image-cache.ts';
import { normalise } from './preprocess.ts';

const SIDE = 64;

export interface EpochAugmentation {
  readonly options: Augmentation;
  readonly seed: number;
  readonly epoch: number;
}

/** Preprocessed images of a set, as they are or augmented for one epoch. */
export function loadBatch(
  set: ImageSet,
  images: Uint32Array,
  augmentation?: EpochAugmentation,
): Batch {
  const bytes = new Uint8Array(images.length * IMAGE_BYTES);
  for (const [position, image] of images.entries()) {
    const source = imageOf(set, image);
    const target = bytes.subarray(position * IMAGE_BYTES, (position + 1) * IMAGE_BYTES);
    if (augmentation)
      augment(source, target, SIDE, augmentation.options, { ...augmentation, image });
    else target.set(source);
  }
  return {
    images: normalise(bytes),
    labels: Uint8Array.from(images, (image) => set.labels[image] ?? 0),
  };
}

/** All images of a set, unchanged and in order. */
export function* batchesOf(set: ImageSet, batch: number): Generator<Batch> {
  for (let start = 0; start < set.count; start += batch) {
    const size = Math.min(batch, set.count - start);
    yield loadBatch(
      set,
      Uint32Array.from({ length: size }, (_, index) => start + index),
    );
  }
}

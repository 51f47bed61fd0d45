import type { ImageRef } from '../protocol/image-ref.ts';

/** The labelled images of a run, in order; position i of every array is image i. */
export interface ImageSet {
  readonly refs: readonly ImageRef[];
  /** Class index of each image, `NO_LABEL` where nobody says what it shows. */
  readonly labels: Uint16Array;
  /** Name of each class, or an empty list where classes are indices. */
  readonly classNames: readonly string[];
  /** SHA-256 over the image keys and labels in order. */
  readonly hash: string;
}

/** What the tables call an image: its Roadside index, or the name of its file. */
export function imageName(ref: ImageRef): string {
  return ref.kind === 'roadside' ? String(ref.index) : ref.name;
}

import type { ImageRef } from '../protocol/lane.ts';

/** The labelled images of a run, in order; position i of every array is image i. */
export interface ImageSet {
  readonly refs: readonly ImageRef[];
  /** Class index of each image. */
  readonly labels: Uint16Array;
  /** Name of each class, or an empty list where classes are indices. */
  readonly classNames: readonly string[];
  /** SHA-256 over the image keys and labels in order. */
  readonly hash: string;
}

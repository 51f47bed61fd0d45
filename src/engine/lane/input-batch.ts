import type { ChangedPixels } from './changed-pixels.ts';
import type { StoredImage } from './image-store.ts';

/** The images of one execution, which is at most one batch of the network. */
export interface InputBatch {
  /** Positions of the images in the run's list; equal positions mean equal images. */
  readonly positions: Uint32Array;
  readonly images: readonly StoredImage[];
  /** Null: the images as they are. */
  readonly changed: readonly ChangedPixels[] | null;
  /** Images that the network is given, zeros filling up what is missing. */
  readonly size: number;
}

import type { ImageKey } from '../../core/random-keys.ts';

/** An image of which samples are made. */
export interface SampleSource {
  /** height · width · 3 bytes, channels R, G, B; left as they are. */
  readonly bytes: Uint8Array;
  /** Pixels. */
  readonly height: number;
  /** Pixels. */
  readonly width: number;
  /** Names the image to the random generator. */
  readonly key: ImageKey;
  /** Whether its mirror image still shows the same class. */
  readonly mirrors: boolean;
}

/**
 * Makes sample number `copy` (0 … 2³¹ − 1) of an image: new bytes of the same size. A pure function
 * of the seed and the parameters that it was made with, the image and the copy.
 * @throws RangeError if the parameters do not fit the image
 */
export type SampleMaker = (source: SampleSource, copy: number) => Uint8Array;

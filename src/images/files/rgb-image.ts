/** Decoded bytes of one image. */
export interface RgbImage {
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  /** height · width · 3 bytes, rows from the top, channels R, G, B. */
  readonly rgb: Uint8Array;
}

/** Larger images are refused before anything is allocated for their pixels. */
export const MAX_IMAGE_PIXELS = 50_000_000;

/** Longer sides are refused too: thin images grow without bound when their short side is scaled. */
export const MAX_IMAGE_SIDE = 32_767;

/** What the first bytes of a file say about it. */
export interface ImageHeader {
  readonly width: number;
  readonly height: number;
}

import type { ChangedPixel } from '../core/pixel-change.ts';
import type { PixelChangeRequest } from './pixel-change-request.ts';

/** How the pictures to look at came to differ from their originals. */
export interface PictureChange {
  readonly kind: 'pixels';
  readonly pixels: PixelChangeRequest;
}

/** Asks for everything that can be seen of some images; meant for pages of pictures, not for runs. */
export interface ExamineRequest {
  readonly model: string;
  /** Positions in the image list that `openImages` received. */
  readonly images: Uint32Array;
  /** Null: the unchanged images. */
  readonly change: PictureChange | null;
}

/** A picture as the model is given it, and what the model says of it. */
export interface ExaminedPicture {
  /** height · width · 3 bytes, R, G, B interleaved. */
  readonly bytes: Uint8Array;
  /** The class that `classify` answers with for this picture. */
  readonly predicted: number;
  /** Softmax of the logits, one a class; they add up to 1. */
  readonly probabilities: Float32Array;
}

export interface ExaminedImage {
  readonly original: ExaminedPicture;
  /** Equal to the original where nothing was to be changed. */
  readonly changed: ExaminedPicture;
  /** In the order of the draw; a drawn pixel may happen to keep its colour. */
  readonly pixels: readonly ChangedPixel[];
}

export interface Examination {
  readonly height: number;
  readonly width: number;
  /** In the order of `ExamineRequest.images`. */
  readonly images: readonly ExaminedImage[];
}

import type { ChangedPixel } from '../core/pixel-change.ts';
import type { AttackRequest } from './attack.ts';
import type { PixelChangeRequest } from './pixel-change-request.ts';

/** How the pictures to look at came to differ from their originals. */
export type PictureChange =
  | { readonly kind: 'pixels'; readonly pixels: PixelChangeRequest }
  | {
      /** Attacked, then changed at random. */
      readonly kind: 'attack';
      readonly attack: AttackRequest;
      /** Class index of each image, which an attack leads away from. */
      readonly labels: Uint16Array;
      readonly pixels: PixelChangeRequest;
    };

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
  /** The class that `classify`, or `attack`, answers with for this picture. */
  readonly predicted: number;
  /** Softmax of the logits, one a class; they add up to 1. */
  readonly probabilities: Float32Array;
}

export interface ExaminedImage {
  readonly original: ExaminedPicture;
  /** After the attack, before pixels were changed at random; null where none was asked for. */
  readonly attacked: ExaminedPicture | null;
  /** Equal to the original where nothing was to be changed. */
  readonly changed: ExaminedPicture;
  /**
   * What was changed at random, in the order of the draw; a drawn pixel may happen to keep its
   * colour.
   */
  readonly pixels: readonly ChangedPixel[];
}

export interface Examination {
  readonly height: number;
  readonly width: number;
  /** In the order of `ExamineRequest.images`. */
  readonly images: readonly ExaminedImage[];
}

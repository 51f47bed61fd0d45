import type { PixelChangeRequest } from './pixel-change-request.ts';

/** One attack of a spec at one strength. Lengths are in byte units, 0 … 255 being the full range. */
export type AttackRequest =
  | { readonly kind: 'fgsm'; readonly epsilon: number }
  | {
      readonly kind: 'pgd';
      readonly epsilon: number;
      readonly step: number;
      readonly iterations: number;
      readonly randomStart: boolean;
      readonly seed: number;
    }
  | {
      readonly kind: 'one-pixel';
      readonly pixels: number;
      readonly population: number;
      readonly generations: number;
      readonly search: 'evolution' | 'random';
      readonly seed: number;
    };

/** No class, where an image was not classified: what was changed at random was no example. */
export const NOT_CLASSIFIED = 0xffff;

/** One model attacked on some images, with everything that is done to the examples. */
export interface AttackUnit {
  readonly model: string;
  /** Positions in the image list that `openImages` received. */
  readonly images: Uint32Array;
  /** Class index of each of these images. */
  readonly labels: Uint16Array;
  readonly attack: AttackRequest;
  /** Random pixel changes, each applied to every adversarial example. */
  readonly changes: readonly PixelChangeRequest[];
  /** Other models, of the same input, that the attacked images are shown to. */
  readonly transferTo?: readonly string[];
}

/**
 * Arrays run along `AttackUnit.images`. An image that the model gets wrong unchanged is not
 * attacked: its adversarial class is the clean one and its counts are 0.
 */
export interface AttackAnswer {
  /** Class of each image unchanged. */
  readonly clean: Uint16Array;
  /** Class of each attacked image, judged on its bytes. */
  readonly adversarial: Uint16Array;
  /** By change: class of each changed example, {@link NOT_CLASSIFIED} where there is no example. */
  readonly changed: readonly Uint16Array[];
  /** By change: Σ |Δ| in bytes that it brought to each example. */
  readonly absDelta: readonly Uint32Array[];
  /** By model of `AttackUnit.transferTo`: class that it gives each image as it is after the attack. */
  readonly transferred: readonly Uint16Array[];
  /** Values of the gradient that were exactly 0, of height · width · 3; the last gradient taken. */
  readonly zeroGradients: Uint32Array;
  /** Pixels in which the attacked image differs. */
  readonly changedPixels: Uint32Array;
  /** Largest |difference| of a byte. */
  readonly largestDelta: Uint8Array;
  /** Images classified in search of each example; 0 for attacks by gradient. */
  readonly queries: Uint32Array;
  /** Seconds spent computing, without waiting. */
  readonly seconds: number;
}

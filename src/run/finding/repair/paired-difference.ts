import { pairedDifferenceInterval } from '../../../core/paired-difference.ts';

export interface PairedDifference {
  /** After minus before, as a share of the images: −1 … 1. */
  readonly difference: number;
  /** 95 %; null where the answers are not one an image. */
  readonly interval: readonly [number, number] | null;
}

interface Pairs {
  readonly mended: number;
  readonly spoilt: number;
}

/**
 * Difference of two shares of right answers on the same images, with Tango's score interval
 * ({@link pairedDifferenceInterval}).
 * @param images each answered `draws` times
 * @param draws answers of several draws of one image depend on each other: no interval then
 * @returns null without images
 */
export function pairedDifference(
  { mended, spoilt }: Pairs,
  images: number,
  draws: number,
): PairedDifference | null {
  if (images === 0) return null;
  return {
    difference: (mended - spoilt) / (images * draws),
    interval:
      draws === 1
        ? pairedDifferenceInterval({ images, onlyFirst: spoilt, onlySecond: mended })
        : null,
  };
}

const Z95 = 1.959963984540054;

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
 * Difference of two shares of right answers on the same images, with the adjusted Wald interval of
 * Bonett & Price (2012), "Adjusted Wald confidence interval for a difference of binomial proportions
 * based on paired data", which needs the two kinds of changed answers alone.
 * @param images each answered `draws` times
 * @param draws answers of several draws of one image depend on each other: no interval then
 */
export function pairedDifference(
  { mended, spoilt }: Pairs,
  images: number,
  draws: number,
): PairedDifference | null {
  if (images === 0) return null;
  const difference = (mended - spoilt) / (images * draws);
  if (draws > 1) return { difference, interval: null };
  const up = (mended + 1) / (images + 2);
  const down = (spoilt + 1) / (images + 2);
  const centre = up - down;
  const half = Z95 * Math.sqrt((up + down - centre * centre) / (images + 2));
  return { difference, interval: [Math.max(-1, centre - half), Math.min(1, centre + half)] };
}

import { percentileInterval } from './bootstrap.ts';

/** Images judged twice: those wrong only the first time, and those wrong only the second time. */
export interface DiscordantImages {
  readonly images: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
}

/** Two-sided 95 %. */
const Z = 1.959963984540054;
const BISECTIONS = 100;

/** The score statistic of the hypothesis that the difference is `delta`; falls as `delta` grows. */
function score({ images: n, onlyFirst: c, onlySecond: b }: DiscordantImages, delta: number) {
  const gap = b - c - n * delta;
  // The probability of "only the first time" that is most likely if the difference is `delta`.
  const linear = -b - c + (2 * n - b + c) * delta;
  const constant = -c * delta * (1 - delta);
  const root = Math.sqrt(Math.max(0, linear * linear - 8 * n * constant));
  const q = (root - linear) / (4 * n);
  const variance = n * (2 * q + delta * (1 - delta));
  if (variance <= 0) return gap === 0 ? 0 : Math.sign(gap) * Number.POSITIVE_INFINITY;
  return gap / Math.sqrt(variance);
}

/** The difference at which the score passes through a value. */
function solve(pairs: DiscordantImages, value: number): number {
  let [low, high] = [-1, 1];
  for (let step = 0; step < BISECTIONS; step += 1) {
    const middle = (low + high) / 2;
    if (score(pairs, middle) > value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * 95 % score interval of a difference of paired proportions, second − first, as fractions
 * (Tango 1998, equations 9 to 12): the differences that a score test does not refuse at 5 %.
 * Null without images. Counts may be fractional.
 * @example 21 patients, 1 hyper-responsive only before and 7 only after a transplant: 0.286 (0.026, 0.517)
 */
export function pairedDifferenceInterval(pairs: DiscordantImages): [number, number] | null {
  return pairs.images === 0 ? null : [solve(pairs, Z), solve(pairs, -Z)];
}

export interface ResampledDifference {
  /** For each image, wrong draws of the second minus those of the first, −draws … draws. */
  readonly differences: Int32Array;
  readonly draws: number;
  /** Bootstrap totals of `differences` + `draws`; needed where `draws` > 1, unused otherwise. */
  readonly totals?: Uint32Array;
}

/**
 * 95 % interval of a mean difference, second − first, as fractions; null without images. One draw:
 * {@link pairedDifferenceInterval}. Several draws: percentile bootstrap over images, or, where all
 * images differ equally and the bootstrap collapses to a point, the former with n = images.
 * @throws RangeError if several draws come without bootstrap totals
 */
export function meanDifferenceInterval(input: ResampledDifference): [number, number] | null {
  const { differences, draws, totals } = input;
  const images = differences.length;
  const [first] = differences;
  if (draws === 1 || first === undefined || differences.every((each) => each === first)) {
    let [onlyFirst, onlySecond] = [0, 0];
    for (const each of differences) {
      onlyFirst += Math.max(0, -each) / draws;
      onlySecond += Math.max(0, each) / draws;
    }
    return pairedDifferenceInterval({ images, onlyFirst, onlySecond });
  }
  if (totals === undefined) {
    throw new RangeError(`an interval over ${draws} draws needs the bootstrap totals of its cell`);
  }
  const [low, high] = percentileInterval(totals);
  const trials = images * draws;
  return [(low - trials) / trials, (high - trials) / trials];
}

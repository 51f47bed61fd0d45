import { percentileInterval } from './bootstrap.ts';
import { clopperPearson } from './clopper-pearson.ts';

export interface AccuracyIntervalInput {
  /** For each eligible image, how many of its draws were wrong. */
  readonly wrong: Uint16Array;
  /** Draws an image, at least 1. */
  readonly draws: number;
  /** Bootstrap totals of this cell; needed where `draws` > 1, unused otherwise. */
  readonly totals?: Uint32Array;
}

/** Wrong classifications of a cell: the sum over its images. */
export function sumWrong(wrong: Uint16Array): number {
  let sum = 0;
  for (const each of wrong) sum += each;
  return sum;
}

/**
 * Pointwise 95 % interval of the accuracy, [low, high] as fractions; null without images.
 * One draw: Clopper–Pearson. Several draws: percentile bootstrap over images, or, where all
 * images were wrong equally often (all, none, or any constant number of draws) and the bootstrap
 * collapses to a point, Clopper–Pearson with n = images.
 * @throws RangeError if several draws come without bootstrap totals
 */
export function accuracyInterval(input: AccuracyIntervalInput): [number, number] | null {
  const { wrong, draws, totals } = input;
  const images = wrong.length;
  if (images === 0) return null;
  const trials = images * draws;
  const first = wrong[0];
  if (draws === 1 || wrong.every((each) => each === first)) {
    return clopperPearson((trials - sumWrong(wrong)) / draws, images);
  }
  if (totals === undefined) {
    throw new RangeError(`an interval over ${draws} draws needs the bootstrap totals of its cell`);
  }
  const [low, high] = percentileInterval(totals);
  return [(trials - high) / trials, (trials - low) / trials];
}

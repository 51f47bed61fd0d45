import type { Rect } from '../../core/region.ts';
import type { SampleMaker } from './sample-maker.ts';
import { SAMPLE_STREAM, sampleWords, unit } from './sample-words.ts';

export interface RandomErasing {
  /** Safe integer 0 … 2⁵³ − 1. */
  readonly seed: number;
  /** Smallest and largest share of the image's area, 0 < least ≤ most ≤ 0.5. */
  readonly area: readonly [least: number, most: number];
  /** Smallest height over width of the rectangle, 0.1 … 1; the largest is its inverse. */
  readonly aspect: number;
}

/** Enough for any image that is not a strip: about half of all rectangles fit a square. */
const ATTEMPTS = 64;

function between(low: number, high: number, word: number): number {
  return low + (high - low) * unit(word);
}

function sideOf(square: number): number {
  return Math.max(1, Math.floor(Math.sqrt(square) + 0.5));
}

/** A place for a side of `length` pixels, uniform among those that keep it inside. */
function place(side: number, length: number, word: number): number {
  return Math.floor(unit(word) * (side - length + 1));
}

function chooseRect(
  { area: [least, most], aspect }: RandomErasing,
  height: number,
  width: number,
  word: () => number,
): Rect {
  let tall = height;
  let wide = width;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const area = between(least, most, word()) * height * width;
    const ratio = between(aspect, 1 / aspect, word());
    tall = sideOf(area * ratio);
    wide = sideOf(area / ratio);
    if (tall <= height && wide <= width) break;
  }
  // Rectangles of such shapes hardly fit a strip: there the last one is cut to it.
  tall = Math.min(tall, height);
  wide = Math.min(wide, width);
  return {
    top: place(height, tall, word()),
    left: place(width, wide, word()),
    height: tall,
    width: wide,
  };
}

/**
 * Fills one rectangle of an image with random bytes (random erasing with random values, Zhong et
 * al. 2017, algorithm 1): its share of the area and its height over width are uniform in their
 * ranges, and drawn again until it fits. Every sample is erased, where the source erases with a
 * given probability.
 * @throws RangeError if a parameter is out of range
 */
export function randomErasing(options: RandomErasing): SampleMaker {
  const { seed, area, aspect } = options;
  if (!(area[0] > 0 && area[0] <= area[1] && area[1] <= 0.5)) {
    throw new RangeError(
      `area must be two rising shares above 0, up to 0.5, got ${area.join(', ')}`,
    );
  }
  if (!(aspect >= 0.1 && aspect <= 1)) {
    throw new RangeError(`aspect must be from 0.1 to 1, got ${aspect}`);
  }
  return ({ bytes, height, width, key }, copy) => {
    const word = sampleWords(SAMPLE_STREAM.erasing, seed, key, copy);
    const rect = chooseRect(options, height, width, word);
    const sample = bytes.slice();
    for (let row = rect.top; row < rect.top + rect.height; row += 1) {
      const start = (row * width + rect.left) * 3;
      for (let at = start; at < start + rect.width * 3; at += 1) sample[at] = word() >>> 24;
    }
    return sample;
  };
}

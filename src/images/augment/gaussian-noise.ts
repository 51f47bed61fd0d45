import { normalOfWord } from '../roadside/camera/noise.ts';
import type { SampleMaker } from './sample-maker.ts';
import { SAMPLE_STREAM, sampleWords } from './sample-words.ts';

export interface GaussianNoise {
  /** Safe integer 0 … 2⁵³ − 1. */
  readonly seed: number;
  /** Standard deviation in bytes, 0 < deviation ≤ 64. */
  readonly deviation: number;
}

/**
 * Adds independent Gaussian-like noise to every channel of every pixel, rounded and clipped to
 * bytes: one word a channel, the sum of its four bytes made standard.
 * @throws RangeError if the deviation is out of range
 */
export function gaussianNoise({ seed, deviation }: GaussianNoise): SampleMaker {
  if (!(deviation > 0 && deviation <= 64)) {
    throw new RangeError(`deviation must be above 0 and at most 64 bytes, got ${deviation}`);
  }
  return ({ bytes, key }, copy) => {
    const word = sampleWords(SAMPLE_STREAM.noise, seed, key, copy);
    return bytes.map((byte) => {
      const noisy = Math.floor(byte + deviation * normalOfWord(word()) + 0.5);
      return Math.min(255, Math.max(0, noisy));
    });
  };
}

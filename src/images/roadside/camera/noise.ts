import type { Picture } from '../picture.ts';
import type { Stream } from '../stream.ts';

// The sum of four uniform bytes has variance 4 · (256² − 1) / 12 and never strays beyond 3.5
// deviations, so no single pixel stands out as an impulse.
const mean = 510;
const deviation = Math.sqrt((65536 - 1) / 3);

/**
 * Adds Gaussian-like noise in place, its deviation growing from `floor` in the dark by `shot` at
 * full light; `grey` (0…1) is the share common to the three channels.
 */
export function addNoise(
  picture: Picture,
  floor: number,
  shot: number,
  grey: number,
  stream: Stream,
): void {
  const { data } = picture;
  const own = 1 - grey;
  for (let at = 0; at < data.length; at += 3) {
    const common = grey * normalOfWord(stream.word());
    for (let i = 0; i < 3; i += 1) {
      const value = data[at + i] ?? 0;
      const draw = common + own * normalOfWord(stream.word());
      data[at + i] = value + (floor + shot * value) * draw;
    }
  }
}

/** A Gaussian-like number of mean 0 and deviation 1 from one uniform 32-bit word, within ±3.5. */
export function normalOfWord(word: number): number {
  const sum = (word & 255) + ((word >>> 8) & 255) + ((word >>> 16) & 255) + (word >>> 24);
  return (sum - mean) / deviation;
}

import type { SampleMaker } from './sample-maker.ts';
import { SAMPLE_STREAM, sampleWords, unit } from './sample-words.ts';

export interface FlipShift {
  /** Safe integer 0 … 2⁵³ − 1. */
  readonly seed: number;
  /** Largest shift along either axis as a fraction of that side, 0 … 0.5. */
  readonly shift: number;
  /** Probability of a mirror image where the class allows one, 0 … 1. */
  readonly flip: number;
}

/** A whole number of pixels, uniform in −⌊shift · side + ½⌋ … +⌊shift · side + ½⌋. */
function offset(shift: number, side: number, word: number): number {
  const most = Math.floor(shift * side + 0.5);
  return Math.floor(unit(word) * (2 * most + 1)) - most;
}

function clampTo(side: number, position: number): number {
  return Math.min(side - 1, Math.max(0, position));
}

/**
 * Moves an image by whole pixels and, where its class allows it, mirrors it left to right. Pixels
 * that come from beyond the border repeat it. Words: rows, columns, mirror.
 * @throws RangeError if a parameter is out of range
 */
export function flipShift({ seed, shift, flip }: FlipShift): SampleMaker {
  if (!(shift >= 0 && shift <= 0.5)) {
    throw new RangeError(`shift must be a fraction of the side from 0 to 0.5, got ${shift}`);
  }
  if (!(flip >= 0 && flip <= 1)) {
    throw new RangeError(`flip must be a probability from 0 to 1, got ${flip}`);
  }
  return ({ bytes, height, width, key, mirrors }, copy) => {
    const word = sampleWords(SAMPLE_STREAM.shift, seed, key, copy);
    const down = offset(shift, height, word());
    const right = offset(shift, width, word());
    const mirrored = unit(word()) < flip && mirrors;
    const sample = new Uint8Array(bytes.length);
    for (let row = 0; row < height; row += 1) {
      const line = clampTo(height, row - down) * width;
      for (let column = 0; column < width; column += 1) {
        const moved = clampTo(width, column - right);
        const from = (line + (mirrored ? width - 1 - moved : moved)) * 3;
        const to = (row * width + column) * 3;
        sample[to] = bytes[from] ?? 0;
        sample[to + 1] = bytes[from + 1] ?? 0;
        sample[to + 2] = bytes[from + 2] ?? 0;
      }
    }
    return sample;
  };
}

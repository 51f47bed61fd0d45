import { STREAM } from '../../core/random-keys.ts';
import { WordStream } from '../../core/word-stream.ts';
import type { AttackTarget, Crafted, LabelledImage } from './attack-target.ts';
import { lossSigns } from './loss-signs.ts';

export interface PgdOptions {
  /** Radius of the L∞ ball in byte units, a positive integer. */
  readonly epsilon: number;
  /** Length of a step in byte units. */
  readonly step: number;
  readonly iterations: number;
  /** False starts at the image itself: the basic iterative method (Kurakin et al. 2017). */
  readonly randomStart: boolean;
  /** Of the random start; safe integer 0 … 2⁵³ − 1. */
  readonly seed: number;
}

/** Into the ball around the byte, and into 0 … 255. */
function project(level: number, byte: number, epsilon: number): number {
  return Math.min(255, byte + epsilon, Math.max(0, byte - epsilon, level));
}

function startingLevels(
  { bytes, key }: LabelledImage,
  { epsilon, randomStart, seed }: PgdOptions,
): Float64Array {
  const levels = Float64Array.from(bytes);
  if (!randomStart) return levels;
  const words = new WordStream(seed, key, STREAM.pgdStart);
  for (const [at, byte] of bytes.entries()) {
    levels[at] = project(byte + epsilon * (2 * words.unit() - 1), byte, epsilon);
  }
  return levels;
}

/** Rounds the difference from the image toward zero, so that it stays in the ball. */
function toBytes(levels: Float64Array, bytes: Uint8Array): Uint8Array {
  return bytes.map((byte, at) => byte + Math.trunc((levels[at] ?? byte) - byte));
}

/**
 * Projected gradient descent in the L∞ ball (Madry et al. 2018), on levels between the bytes: each
 * iteration goes one step along the sign of ∂L/∂level and back into the ball and 0 … 255. Starts
 * at uniform noise of the ball, the same for every epsilon up to its length. The last iterate
 * counts, rounded to bytes.
 * @throws LabError `non-finite`
 */
export async function pgd(
  target: AttackTarget,
  images: readonly LabelledImage[],
  options: PgdOptions,
): Promise<Crafted> {
  const { epsilon, step, iterations } = options;
  const levels = images.map((image) => startingLevels(image, options));
  const labels = images.map(({ label }) => label);
  const zeroGradients = new Uint32Array(images.length);
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    const found = await lossSigns(target, levels, labels);
    for (const [index, { signs, zeros }] of found.entries()) {
      zeroGradients[index] = zeros;
      const own = levels[index] ?? new Float64Array();
      const { bytes } = images[index] ?? { bytes: new Uint8Array() };
      for (const [at, byte] of bytes.entries()) {
        own[at] = project((own[at] ?? byte) + step * (signs[at] ?? 0), byte, epsilon);
      }
    }
  }
  return {
    images: images.map(({ bytes }, index) => toBytes(levels[index] ?? new Float64Array(), bytes)),
    zeroGradients,
    queries: new Uint32Array(images.length),
  };
}

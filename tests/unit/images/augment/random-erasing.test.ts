import { describe, expect, it } from 'vitest';
import { randomErasing } from '../../../../src/images/augment/random-erasing.ts';
import { differences, greySource, noisySource } from './source.ts';

const SIDE = 40;
const plain = greySource(SIDE, SIDE, 90);

interface Erased {
  readonly height: number;
  readonly width: number;
  readonly pixels: number;
}

/** The box around the pixels that differ, and how many of its pixels do. */
function erased(original: Uint8Array, sample: Uint8Array, width: number): Erased {
  const changed = differences(original, sample);
  const rows = changed.map((position) => Math.floor(position / width));
  const columns = changed.map((position) => position % width);
  return {
    height: Math.max(...rows) - Math.min(...rows) + 1,
    width: Math.max(...columns) - Math.min(...columns) + 1,
    pixels: changed.length,
  };
}

const sampler = randomErasing({ seed: 11, area: [0.02, 0.4], aspect: 0.3 });
const boxes = Array.from({ length: 300 }, (_, copy) =>
  erased(plain.bytes, sampler(plain, copy), SIDE),
);

describe('random erasing', () => {
  it('fills one whole rectangle', () => {
    // A pixel keeps its colour by chance once in 2²⁴.
    for (const { height, width, pixels } of boxes) expect(pixels).toBe(height * width);
  });

  it('takes a share of the area within the range', () => {
    const shares = boxes.map(({ pixels }) => pixels / SIDE ** 2);
    // Each side is rounded by at most half a pixel.
    expect(Math.min(...shares)).toBeGreaterThan(0.01);
    expect(Math.max(...shares)).toBeLessThan(0.44);
    expect(Math.min(...shares)).toBeLessThan(0.06);
    expect(Math.max(...shares)).toBeGreaterThan(0.33);
  });

  it('makes flat and tall rectangles within the range', () => {
    const ratios = boxes.map(({ height, width }) => height / width);
    expect(Math.min(...ratios)).toBeGreaterThan(0.25);
    expect(Math.min(...ratios)).toBeLessThan(0.7);
    expect(Math.max(...ratios)).toBeLessThan(3.7);
    expect(Math.max(...ratios)).toBeGreaterThan(2);
  });

  it('reaches every row and column', () => {
    const touched = Array.from({ length: 300 }, (_, copy) =>
      differences(plain.bytes, sampler(plain, copy)),
    ).flat();
    expect(new Set(touched.map((position) => Math.floor(position / SIDE))).size).toBe(SIDE);
    expect(new Set(touched.map((position) => position % SIDE)).size).toBe(SIDE);
  });

  it('fills with bytes of the whole range, each as likely', () => {
    const sums = Array.from({ length: 100 }, (_, copy) => {
      const sample = sampler(plain, copy);
      const filled = differences(plain.bytes, sample).flatMap((position) => [
        ...sample.subarray(position * 3, position * 3 + 3),
      ]);
      return filled;
    }).flat();
    const mean = sums.reduce((sum, byte) => sum + byte, 0) / sums.length;
    expect(Math.abs(mean - 127.5)).toBeLessThan((4 * 73.9) / Math.sqrt(sums.length));
    expect(new Set(sums).size).toBe(256);
  });

  it.each([
    [1, 60],
    [60, 1],
    [2, 90],
    [1, 1],
  ])('erases a part of an image of %d × %d pixels too', (height, width) => {
    const strip = noisySource(height, width);
    for (let copy = 0; copy < 20; copy += 1) {
      const sample = sampler(strip, copy);
      expect(sample).toHaveLength(strip.bytes.length);
      expect(differences(strip.bytes, sample).length).toBeGreaterThan(0);
    }
  });

  it.each([
    [{ area: [0.3, 0.2] as const, aspect: 0.3 }, /area/],
    [{ area: [0, 0.2] as const, aspect: 0.3 }, /area/],
    [{ area: [0.1, 0.6] as const, aspect: 0.3 }, /area/],
    [{ area: [0.1, 0.2] as const, aspect: 2 }, /aspect/],
  ])('refuses %j', (options, words) => {
    expect(() => randomErasing({ seed: 1, ...options })).toThrow(words);
  });
});

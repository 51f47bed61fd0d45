import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { resizeImage } from '../../../../src/images/files/resize.ts';
import type { RgbImage } from '../../../../src/images/files/rgb-image.ts';
import { fixture, fromBase64, storedImage } from './fixtures.ts';

const golden = fixture(
  'resized.json',
  z.object({
    source: storedImage,
    results: z.array(storedImage.extend({ filter: z.enum(['bilinear', 'nearest']) })),
  }),
);
const source: RgbImage = { ...golden.source, rgb: fromBase64(golden.source.rgb) };

describe('resizing', () => {
  it.each(
    golden.results.map((result) => [result.filter, result.width, result.height, result] as const),
  )('gives the bytes of the reference: %s to %ix%i', (filter, width, height, result) => {
    const image = resizeImage(source, filter, width, height);
    expect([image.width, image.height]).toEqual([width, height]);
    expect(Buffer.from(image.rgb).equals(Buffer.from(result.rgb, 'base64'))).toBe(true);
  });

  it('gives the same bytes whether the whole or a window of it is computed', () => {
    const side = fc.integer({ min: 1, max: 80 });
    fc.assert(
      fc.property(side, side, fc.nat(), fc.nat(), fc.boolean(), (width, height, a, b, nearest) => {
        const filter = nearest ? 'nearest' : 'bilinear';
        const left = a % width;
        const top = b % height;
        const window = { left, top, width: width - left, height: 1 };
        const whole = resizeImage(source, filter, width, height).rgb;
        const part = resizeImage(source, filter, width, height, window).rgb;
        const start = (top * width + left) * 3;
        expect(part).toEqual(whole.slice(start, start + window.width * 3));
      }),
      { numRuns: 60, seed: 5 },
    );
  });

  it('keeps a flat image flat', () => {
    const flat = { width: 9, height: 5, rgb: new Uint8Array(9 * 5 * 3).fill(200) };
    expect(resizeImage(flat, 'bilinear', 4, 13).rgb.every((byte) => byte === 200)).toBe(true);
  });

  it('refuses a size that is not a positive integer', () => {
    expect(() => resizeImage(source, 'bilinear', 0, 5)).toThrow(RangeError);
    expect(() => resizeImage(source, 'nearest', 5, 2.5)).toThrow(RangeError);
  });
});

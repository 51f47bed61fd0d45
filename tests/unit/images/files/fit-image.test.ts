import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fitImage } from '../../../../src/images/files/fit-image.ts';
import { resizeImage } from '../../../../src/images/files/resize.ts';
import type { RgbImage } from '../../../../src/images/files/rgb-image.ts';
import { preprocessSchema, type Preprocess } from '../../../../src/protocol/spec.ts';
import { fixture, fromBase64, storedImage } from './fixtures.ts';

const golden = fixture(
  'fitted.json',
  z.object({
    source: storedImage,
    results: z.array(
      z.object({
        turned: z.boolean(),
        size: z.tuple([z.number(), z.number()]),
        resizeTo: z.number(),
        rgb: z.string(),
      }),
    ),
  }),
);

const source: RgbImage = { ...golden.source, rgb: fromBase64(golden.source.rgb) };

function turn({ width, height, rgb }: RgbImage): RgbImage {
  const turned = new Uint8Array(rgb.length);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const from = (row * width + column) * 3;
      turned.set(rgb.subarray(from, from + 3), (column * height + row) * 3);
    }
  }
  return { width: height, height: width, rgb: turned };
}

const preprocess = (part: Partial<Preprocess> = {}): Preprocess => preprocessSchema.parse(part);

describe('fitting an image to a model', () => {
  it.each(
    golden.results.map(
      (result) =>
        [...result.size, result.resizeTo, result.turned ? 'tall' : 'wide', result] as const,
    ),
  )(
    'crops and rounds as the reference: %ix%i from %i, %s',
    (height, width, resizeTo, _, result) => {
      const image = result.turned ? turn(source) : source;
      const fitted = fitImage(image, [height, width], preprocess({ resizeTo }));
      expect(Buffer.from(fitted).equals(Buffer.from(result.rgb, 'base64'))).toBe(true);
    },
  );

  it('leaves an image of the right size untouched, whatever resizeTo says', () => {
    expect(fitImage(source, [43, 61], preprocess({ resizeTo: 70 }))).toEqual(source.rgb);
  });

  it('scales the short side to the input by default', () => {
    const cropped = fitImage(source, [32, 32], preprocess());
    expect(cropped).toEqual(fitImage(source, [32, 32], preprocess({ resizeTo: 32 })));
  });

  it('covers an oblong input by default', () => {
    expect(fitImage(source, [64, 20], preprocess()).length).toBe(64 * 20 * 3);
    expect(fitImage(source, [20, 64], preprocess()).length).toBe(64 * 20 * 3);
  });

  it('stretches with exact, with either filter', () => {
    const exact = fitImage(source, [20, 50], preprocess({ resize: 'exact' }));
    expect(exact).toEqual(resizeImage(source, 'bilinear', 50, 20).rgb);
    const nearest = fitImage(source, [20, 50], preprocess({ resize: 'exact', filter: 'nearest' }));
    expect(nearest).toEqual(resizeImage(source, 'nearest', 50, 20).rgb);
  });

  it('names resizeTo when the scaled image does not cover the input', () => {
    expect(() => fitImage(source, [32, 32], preprocess({ resizeTo: 20 }))).toThrow(
      /preprocess\.resizeTo.*28x20.*32x32/,
    );
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPixelChanges, type PixelDraw } from '../../../src/core/pixel-draw.ts';
import type { PixelValue } from '../../../src/core/pixel-value.ts';
import { imageKeyOfIndex, imageKeyOfSha256, seedKey } from '../../../src/core/random-keys.ts';
import { centredRegion } from '../../../src/core/region.ts';
import golden from '../../fixtures/core/statistics.json' with { type: 'json' };

const fixed = { seed: 20210408, numRuns: 150 };

const valueArbitrary: fc.Arbitrary<PixelValue> = fc.oneof(
  fc.constant({ kind: 'replace' } as const),
  fc.record({ kind: fc.constant('offset' as const), magnitude: fc.integer({ min: 1, max: 127 }) }),
);

const drawArbitrary: fc.Arbitrary<PixelDraw> = fc
  .record({
    seed: fc.maxSafeNat(),
    image: fc.maxSafeNat(),
    draw: fc.nat(1000),
    height: fc.integer({ min: 1, max: 24 }),
    width: fc.integer({ min: 1, max: 24 }),
    side: fc.double({ min: 0.5, max: 1, noNaN: true }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    value: valueArbitrary,
  })
  .map(({ image, side, share, ...rest }) => {
    const region = centredRegion(rest.height, rest.width, side);
    const count = Math.floor(share * region.height * region.width);
    return { ...rest, imageKey: imageKeyOfIndex(image), region, count };
  });

const base: PixelDraw = {
  seed: 7,
  imageKey: [3, 0],
  draw: 0,
  count: 64,
  value: { kind: 'replace' },
  height: 64,
  width: 64,
  region: centredRegion(64, 64, 1),
};

function chiSquare(observed: readonly number[]): number {
  const expected = observed.reduce((sum, each) => sum + each, 0) / observed.length;
  return observed.reduce((sum, each) => sum + (each - expected) ** 2 / expected, 0);
}

function tally(values: Iterable<number>, bins: number): number[] {
  const bin = Array.from({ length: bins }, () => 0);
  for (const value of values) bin[value] = (bin[value] ?? 0) + 1;
  return bin;
}

describe('a pixel draw', () => {
  it('gives exactly the requested number of distinct pixels, all inside the region', () => {
    fc.assert(
      fc.property(drawArbitrary, (options) => {
        const { positions, amounts } = drawPixelChanges(options);
        const { top, left, height, width } = options.region;
        expect(new Set(positions).size).toBe(options.count);
        expect(amounts.length).toBe(options.count * 3);
        for (const position of positions) {
          const row = Math.floor(position / options.width) - top;
          const column = (position % options.width) - left;
          expect(row >= 0 && row < height && column >= 0 && column < width).toBe(true);
        }
      }),
      fixed,
    );
  });

  it('is nested in count: a smaller count is the beginning of a larger one', () => {
    fc.assert(
      fc.property(drawArbitrary, fc.double({ min: 0, max: 1, noNaN: true }), (options, share) => {
        const count = Math.floor(share * options.count);
        const larger = drawPixelChanges(options);
        const smaller = drawPixelChanges({ ...options, count });
        expect(smaller.positions).toEqual(larger.positions.slice(0, count));
        expect(smaller.amounts).toEqual(larger.amounts.slice(0, count * 3));
      }),
      fixed,
    );
  });

  it('does not depend on what was drawn before it', () => {
    fc.assert(
      fc.property(fc.array(drawArbitrary, { minLength: 2, maxLength: 6 }), (batch) => {
        const forwards = batch.map(drawPixelChanges);
        const backwards = batch.toReversed().map(drawPixelChanges).toReversed();
        expect(backwards).toEqual(forwards);
      }),
      { ...fixed, numRuns: 40 },
    );
  });

  it('pairs magnitudes: same pixels, and no larger offset from the smaller magnitude', () => {
    fc.assert(
      fc.property(
        drawArbitrary,
        fc.integer({ min: 1, max: 126 }),
        fc.integer({ min: 1, max: 126 }),
        (options, magnitude, extra) => {
          const larger = Math.min(127, magnitude + extra);
          const small = drawPixelChanges({ ...options, value: { kind: 'offset', magnitude } });
          const large = drawPixelChanges({
            ...options,
            value: { kind: 'offset', magnitude: larger },
          });
          expect(large.positions).toEqual(small.positions);
          small.amounts.forEach((amount, at) => {
            const other = large.amounts[at] ?? 0;
            expect(Math.abs(amount)).toBeLessThanOrEqual(magnitude);
            expect(Math.abs(other)).toBeLessThanOrEqual(larger);
            expect(Math.abs(other)).toBeGreaterThanOrEqual(Math.abs(amount));
            expect(amount * other).toBeGreaterThanOrEqual(0);
          });
        },
      ),
      fixed,
    );
  });

  it('shares its pixels between replace and offset', () => {
    const offset = drawPixelChanges({ ...base, value: { kind: 'offset', magnitude: 40 } });
    expect(offset.positions).toEqual(drawPixelChanges(base).positions);
  });

  it('changes with the seed, the image and the number of the draw, in both halves of a key', () => {
    const reference = drawPixelChanges(base).positions;
    const others: Partial<PixelDraw>[] = [
      { seed: 8 },
      { seed: 7 + 2 ** 32 },
      { imageKey: [4, 0] },
      { imageKey: [3, 1] },
      { draw: 1 },
    ];
    for (const other of others) {
      expect(drawPixelChanges({ ...base, ...other }).positions).not.toEqual(reference);
    }
  });

  it('covers the whole region when asked for every pixel', () => {
    const { positions } = drawPixelChanges({ ...base, count: 4096 });
    expect(positions.toSorted()).toEqual(Uint32Array.from({ length: 4096 }, (_, at) => at));
  });

  it('places pixels uniformly', () => {
    const region = centredRegion(12, 12, 0.75);
    const cells: number[] = [];
    for (let image = 0; image < 20_000; image += 1) {
      const options = { ...base, imageKey: imageKeyOfIndex(image), count: 1 };
      const [position = 0] = drawPixelChanges({
        ...options,
        height: 12,
        width: 12,
        region,
      }).positions;
      cells.push((Math.floor(position / 12) - region.top) * 9 + (position % 12) - region.left);
    }
    expect(chiSquare(tally(cells, 81))).toBeLessThan(golden.chiSquare['80']);
  });

  it('replaces with uniform bytes in each channel', () => {
    for (const channel of [0, 1, 2]) {
      const bytes: number[] = [];
      for (let image = 0; image < 600; image += 1) {
        const { amounts } = drawPixelChanges({ ...base, imageKey: imageKeyOfIndex(image) });
        bytes.push(...amounts.filter((_, at) => at % 3 === channel));
      }
      expect(chiSquare(tally(bytes, 256))).toBeLessThan(golden.chiSquare['255']);
    }
  });

  it('offsets uniformly from minus the magnitude to plus the magnitude', () => {
    const value = { kind: 'offset', magnitude: 40 } as const;
    const offsets: number[] = [];
    for (let image = 0; image < 300; image += 1) {
      const options = { ...base, value, imageKey: imageKeyOfIndex(image) };
      for (const amount of drawPixelChanges(options).amounts) offsets.push(amount + 40);
    }
    expect(chiSquare(tally(offsets, 81))).toBeLessThan(golden.chiSquare['80']);
  });

  it('refuses more pixels than the region holds and names both', () => {
    const region = centredRegion(64, 64, 0.1);
    expect(() => drawPixelChanges({ ...base, region, count: 37 })).toThrow(
      /count 37 is more than the 36 pixels of the 6x6 region/,
    );
  });

  it('refuses what is out of range by name', () => {
    const offset = (magnitude: number): PixelValue => ({ kind: 'offset', magnitude });
    expect(() => drawPixelChanges({ ...base, value: offset(128) })).toThrow(/magnitude.*128/);
    expect(() => drawPixelChanges({ ...base, value: offset(0) })).toThrow(/magnitude.*0/);
    expect(() => drawPixelChanges({ ...base, count: 1.5 })).toThrow(/count/);
    expect(() => drawPixelChanges({ ...base, seed: -1 })).toThrow(/seed/);
    expect(() => drawPixelChanges({ ...base, draw: 2 ** 32 })).toThrow(/draw/);
    expect(() => drawPixelChanges({ ...base, height: 32 })).toThrow(/leaves the 32x64 image/);
  });
});

describe('keys', () => {
  it('split a seed into 32-bit halves and accept every safe integer', () => {
    expect(seedKey(2 ** 53 - 1)).toEqual([0xffffffff, 0x1fffff]);
    expect(() => seedKey(2 ** 53)).toThrow(RangeError);
    expect(() => seedKey(0.5)).toThrow(RangeError);
  });

  it('take the first eight bytes of a SHA-256', () => {
    const digest = `0123456789abcdef${'0'.repeat(48)}`;
    expect(imageKeyOfSha256(digest)).toEqual([0x01234567, 0x89abcdef]);
    expect(() => imageKeyOfSha256('0123')).toThrow(/64 hexadecimal digits/);
  });

  it('take an image index as it is', () => {
    expect(imageKeyOfIndex(12)).toEqual([12, 0]);
    expect(() => imageKeyOfIndex(-1)).toThrow(RangeError);
  });
});

describe('a centred region', () => {
  it('keeps the fraction of each side and halves the remainder', () => {
    expect(centredRegion(64, 64, 0.75)).toEqual({ top: 8, left: 8, height: 48, width: 48 });
    expect(centredRegion(224, 224, 200 / 224)).toEqual({
      top: 12,
      left: 12,
      height: 200,
      width: 200,
    });
    expect(centredRegion(5, 8, 0.5)).toEqual({ top: 1, left: 2, height: 3, width: 4 });
  });

  it('refuses a fraction outside (0, 1] or one that leaves no pixel', () => {
    expect(() => centredRegion(64, 64, 0)).toThrow(/\(0, 1\], got 0/);
    expect(() => centredRegion(64, 64, 1.01)).toThrow(RangeError);
    expect(() => centredRegion(64, 64, 0.001)).toThrow(/holds no pixel/);
  });
});

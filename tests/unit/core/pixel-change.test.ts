import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPixelChange, changedPixels, changePixels } from '../../../src/core/pixel-change.ts';
import { drawPixelChanges, type PixelDraw } from '../../../src/core/pixel-draw.ts';
import { imageKeyOfIndex } from '../../../src/core/random-keys.ts';
import { centredRegion } from '../../../src/core/region.ts';

const fixed = { seed: 20210408, numRuns: 150 };

const caseArbitrary = fc
  .record({
    height: fc.integer({ min: 2, max: 16 }),
    width: fc.integer({ min: 2, max: 16 }),
    seed: fc.maxSafeNat(),
    side: fc.double({ min: 0.5, max: 1, noNaN: true }),
    magnitude: fc.option(fc.integer({ min: 1, max: 127 })),
    fill: fc.infiniteStream(fc.integer({ min: 0, max: 255 })),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ height, width, seed, side, magnitude, fill, share }) => {
    const region = centredRegion(height, width, side);
    const count = Math.floor(share * region.height * region.width);
    const options: PixelDraw = {
      seed,
      imageKey: imageKeyOfIndex(seed),
      draw: 2,
      count,
      value: magnitude === null ? { kind: 'replace' } : { kind: 'offset', magnitude },
      height,
      width,
      region,
    };
    const source = new Uint8Array(height * width * 3);
    for (let at = 0; at < source.length; at += 1) source[at] = fill.next().value ?? 0;
    return { options, source };
  });

describe('a pixel change', () => {
  it('leaves the source and every byte outside the chosen pixels untouched', () => {
    fc.assert(
      fc.property(caseArbitrary, ({ options, source }) => {
        const before = source.slice();
        const target = new Uint8Array(source.length);
        changePixels(source, target, options);
        expect(source).toEqual(before);
        const chosen = new Set(drawPixelChanges(options).positions);
        target.forEach((byte, at) => {
          if (!chosen.has(Math.floor(at / 3))) expect(byte).toBe(source[at]);
        });
      }),
      fixed,
    );
  });

  it('writes the drawn bytes, or adds the drawn offsets clipped to 0…255', () => {
    fc.assert(
      fc.property(caseArbitrary, ({ options, source }) => {
        const target = new Uint8Array(source.length);
        changePixels(source, target, options);
        const { positions, amounts } = drawPixelChanges(options);
        amounts.forEach((amount, at) => {
          const byte = (positions[Math.floor(at / 3)] ?? 0) * 3 + (at % 3);
          const before = source[byte] ?? 0;
          const expected =
            options.value.kind === 'replace' ? amount : Math.min(255, Math.max(0, before + amount));
          expect(target[byte]).toBe(expected);
        });
      }),
      fixed,
    );
  });

  it('returns the sum of absolute differences', () => {
    fc.assert(
      fc.property(caseArbitrary, ({ options, source }) => {
        const target = new Uint8Array(source.length);
        const sum = changePixels(source, target, options);
        expect(sum).toBe(
          source.reduce((total, byte, at) => total + Math.abs((target[at] ?? 0) - byte), 0),
        );
      }),
      fixed,
    );
  });

  it('is the same from a whole batch as from a view of one image', () => {
    fc.assert(
      fc.property(caseArbitrary, ({ options, source }) => {
        const alone = new Uint8Array(source.length);
        const batch = new Uint8Array(source.length * 3).fill(9);
        changePixels(source, alone, options);
        changePixels(source, batch.subarray(source.length, 2 * source.length), options);
        expect(batch.slice(source.length, 2 * source.length)).toEqual(alone);
        expect(batch.slice(0, source.length)).toEqual(new Uint8Array(source.length).fill(9));
        expect(batch.slice(2 * source.length)).toEqual(new Uint8Array(source.length).fill(9));
      }),
      { ...fixed, numRuns: 40 },
    );
  });

  it('lists the pixels in the order of the draw with the bytes before and after', () => {
    fc.assert(
      fc.property(caseArbitrary, ({ options, source }) => {
        const target = source.slice();
        applyPixelChange(target, drawPixelChanges(options));
        const listed = changedPixels(source, options);
        const rebuilt = source.slice();
        for (const { row, column, before, after } of listed) {
          const at = (row * options.width + column) * 3;
          expect(Array.from(source.subarray(at, at + 3))).toEqual(before);
          rebuilt.set(after, at);
        }
        expect(rebuilt).toEqual(target);
        expect(listed.map(({ row, column }) => row * options.width + column)).toEqual([
          ...drawPixelChanges(options).positions,
        ]);
      }),
      { ...fixed, numRuns: 60 },
    );
  });

  it('refuses buffers of the wrong length by name', () => {
    const options: PixelDraw = {
      seed: 1,
      imageKey: [0, 0],
      draw: 0,
      count: 1,
      value: { kind: 'replace' },
      height: 4,
      width: 4,
      region: centredRegion(4, 4, 1),
    };
    expect(() => changePixels(new Uint8Array(47), new Uint8Array(48), options)).toThrow(
      /source must hold 4x4x3 = 48 bytes, got 47/,
    );
    expect(() => changePixels(new Uint8Array(48), new Uint8Array(64), options)).toThrow(/target/);
  });
});

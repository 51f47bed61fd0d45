import { describe, expect, it } from 'vitest';
import { float16Bits, float16Value } from '../../../../src/engine/formats/float16.ts';

describe('half precision', () => {
  it('has the bits that IEEE 754 gives known values', () => {
    const known: [number, number][] = [
      [0, 0x0000],
      [-0, 0x8000],
      [1, 0x3c00],
      [-2, 0xc000],
      [65504, 0x7bff],
      [Infinity, 0x7c00],
      [-Infinity, 0xfc00],
      [2 ** -14, 0x0400],
      [2 ** -24, 0x0001],
      [1023 * 2 ** -24, 0x03ff],
      [1 / 3, 0x3555],
      [Math.PI, 0x4248],
    ];
    for (const [value, bits] of known) expect(float16Bits(value)).toBe(bits);
    expect(float16Bits(NaN) & 0x7c00).toBe(0x7c00);
    expect(float16Bits(NaN) & 0x03ff).not.toBe(0);
  });

  it('gives back every one of its finite values', () => {
    for (let bits = 0; bits < 0x10000; bits += 1) {
      const value = float16Value(bits);
      if (Number.isFinite(value)) expect(float16Bits(value)).toBe(bits);
    }
  });

  it('rounds halfway cases to the even neighbour, in all ranges', () => {
    for (const bits of [0x0000, 0x0001, 0x03fe, 0x03ff, 0x0400, 0x3c00, 0x3c01, 0x7bfe, 0x7bfd]) {
      const below = float16Value(bits);
      const above = float16Value(bits + 1);
      const middle = (below + above) / 2;
      const nudge = (above - below) / 64;
      expect(float16Bits(middle)).toBe(bits % 2 === 0 ? bits : bits + 1);
      expect(float16Bits(middle - nudge)).toBe(bits);
      expect(float16Bits(middle + nudge)).toBe(bits + 1);
      expect(float16Bits(-middle - nudge)).toBe(0x8000 | (bits + 1));
    }
  });

  it('becomes infinite from 65520 on and zero up to half the smallest value', () => {
    expect(float16Bits(65519.99)).toBe(0x7bff);
    expect(float16Bits(65520)).toBe(0x7c00);
    expect(float16Bits(1e30)).toBe(0x7c00);
    expect(float16Bits(2 ** -25)).toBe(0);
    expect(float16Bits(-(2 ** -25))).toBe(0x8000);
    expect(float16Bits(2 ** -25 * 1.001)).toBe(1);
    expect(float16Bits(1e-40)).toBe(0);
  });

  it('reads infinities and what is not a number', () => {
    expect(float16Value(0x7c00)).toBe(Infinity);
    expect(float16Value(0xfc00)).toBe(-Infinity);
    expect(float16Value(0x7e00)).toBeNaN();
  });
});

import { describe, expect, it } from 'vitest';
import {
  pixelIndex,
  pixelIndexInterval,
  pixelIndexOfFractions,
  rangeFraction,
} from '../../../src/core/pixel-index.ts';

const paper = {
  wrong: 1000,
  eligible: 10_000,
  count: 64,
  height: 224,
  width: 224,
  value: { kind: 'replace' },
  regionArea: 200 * 200,
} as const;

describe('the pixel-index', () => {
  it("gives 98.34 for the paper's worked example", () => {
    expect(pixelIndex(paper)).toBeCloseTo(98.34496, 5);
  });

  it('is about 125 and 39 for the paper’s ResNet at 4 and at 64 pixels', () => {
    const full = { ...paper, regionArea: 224 * 224 };
    expect(pixelIndex({ ...full, wrong: 100, count: 4 })).toBeCloseTo(125.44, 2);
    expect(pixelIndex({ ...full, wrong: 500, count: 64 })).toBeCloseTo(39.2, 2);
  });

  it('is null where nothing is eligible', () => {
    expect(pixelIndex({ ...paper, wrong: 0, eligible: 0 })).toBeNull();
    expect(pixelIndexInterval(null, paper)).toBeNull();
  });

  it('takes twice the magnitude over 255 as the width of an offset', () => {
    expect(rangeFraction({ kind: 'replace' })).toBe(1);
    expect(rangeFraction({ kind: 'offset', magnitude: 127 })).toBeCloseTo(0.99608, 5);
    expect(rangeFraction({ kind: 'offset', magnitude: 10 })).toBeCloseTo(20 / 255, 12);
    expect(() => rangeFraction({ kind: 'offset', magnitude: 200 })).toThrow(/magnitude/);
  });

  it('has the interval of the error fraction divided by the same product', () => {
    const [low, high] = pixelIndexInterval([0.88, 0.92], paper) ?? [NaN, NaN];
    expect(low).toBeCloseTo(0.8 * 98.34496, 4);
    expect(high).toBeCloseTo(1.2 * 98.34496, 4);
  });

  it('refuses a cell without changed pixels', () => {
    expect(() => pixelIndex({ ...paper, count: 0 })).toThrow(/positive p, r and a/);
    expect(() => pixelIndexOfFractions(0.1, 0.5, 1, 0)).toThrow(/a=0/);
  });
});

import { expect, test } from 'vitest';
import { repairComparison } from '../../../../../src/run/compare/repair-comparison.ts';
import { pairedDifference } from '../../../../../src/run/finding/repair/paired-difference.ts';
import { constructRepair } from '../../../../support/constructed-repair.ts';

test('the difference is mended less spoilt over the images', () => {
  expect(pairedDifference({ mended: 8, spoilt: 2 }, 100, 1)?.difference).toBeCloseTo(0.06, 12);
});

test('the interval is that of Tango, who has 21 patients of whom 7 and 1 changed', () => {
  const { interval } = pairedDifference({ mended: 7, spoilt: 1 }, 21, 1) ?? {};
  expect(interval?.[0]).toBeCloseTo(0.026, 3);
  expect(interval?.[1]).toBeCloseTo(0.517, 3);
});

test('it is the interval that the comparison of runs shows, seen the other way round', () => {
  const result = constructRepair({
    images: 20,
    counts: [64],
    clean: 20,
    right: () => 20,
    models: [{ count: 4, clean: [0, 0], at: () => [0, 20] }],
  });
  const compared = repairComparison(result, String);
  const [cell] = compared?.others[0]?.cells ?? [];
  const [low = 0, high = 0] = pairedDifference({ mended: 0, spoilt: 20 }, 20, 1)?.interval ?? [];
  expect(cell?.interval?.[0]).toBeCloseTo(-high, 12);
  expect(cell?.interval?.[1]).toBeCloseTo(-low, 12);
});

test('no change at all still leaves a width, which shrinks with the images', () => {
  const width = (images: number) => {
    const [low = 0, high = 0] =
      pairedDifference({ mended: 0, spoilt: 0 }, images, 1)?.interval ?? [];
    return high - low;
  };
  expect(width(50)).toBeGreaterThan(width(500));
  expect(width(500)).toBeGreaterThan(0);
});

test('it turns over when before and after change places', () => {
  const there = pairedDifference({ mended: 7, spoilt: 1 }, 60, 1)?.interval;
  const back = pairedDifference({ mended: 1, spoilt: 7 }, 60, 1)?.interval;
  expect(back?.[0]).toBeCloseTo(-(there?.[1] ?? 0), 12);
  expect(back?.[1]).toBeCloseTo(-(there?.[0] ?? 0), 12);
});

test('several draws of an image give no interval, and no images no difference', () => {
  expect(pairedDifference({ mended: 8, spoilt: 2 }, 100, 3)).toEqual({
    difference: 6 / 300,
    interval: null,
  });
  expect(pairedDifference({ mended: 0, spoilt: 0 }, 0, 1)).toBeNull();
});

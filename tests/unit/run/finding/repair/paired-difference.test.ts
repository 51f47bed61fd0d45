import { expect, test } from 'vitest';
import { pairedDifference } from '../../../../../src/run/finding/repair/paired-difference.ts';

test('the difference is mended less spoilt over the images', () => {
  expect(pairedDifference({ mended: 8, spoilt: 2 }, 100, 1)?.difference).toBeCloseTo(0.06, 12);
});

test('the interval is that of Bonett and Price', () => {
  // p12 = 9/102, p21 = 3/102; d = 6/102; se = √((12/102 − d²) / 102) = 0.0334586…
  const { interval } = pairedDifference({ mended: 8, spoilt: 2 }, 100, 1) ?? {};
  expect(interval?.[0]).toBeCloseTo(-0.00675415, 7);
  expect(interval?.[1]).toBeCloseTo(0.12440121, 7);
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

import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { renderRoadside, roadsideSize } from '../../../src/images/roadside/render.ts';
import { splitStart } from '../../../src/images/roadside/splits.ts';

const start = splitStart('test');

test('an image is 64 × 64 × 3 bytes', () => {
  const image = renderRoadside(start);
  expect(image).toBeInstanceOf(Uint8Array);
  expect(image.length).toBe(roadsideSize * roadsideSize * 3);
});

test('ten thousand test images are pairwise distinct', { timeout: 400_000 }, () => {
  const seen = new Set<string>();
  for (let i = 0; i < 10_000; i += 1) {
    seen.add(
      createHash('sha256')
        .update(renderRoadside(start + i))
        .digest('base64'),
    );
  }
  expect(seen.size).toBe(10_000);
});

/** Pixels that lie more than `step` above, or below, all eight neighbours in all three channels. */
function lonePixels(image: Uint8Array, step: number): number {
  let found = 0;
  for (let y = 1; y < roadsideSize - 1; y += 1) {
    for (let x = 1; x < roadsideSize - 1; x += 1) {
      const at = (y * roadsideSize + x) * 3;
      if (standsOut(image, at, step, 1) || standsOut(image, at, step, -1)) found += 1;
    }
  }
  return found;
}

function standsOut(image: Uint8Array, at: number, step: number, sign: 1 | -1): boolean {
  for (let dy = -1; dy <= 1; dy += 1) {
    for (let dx = -1; dx <= 1; dx += 1) {
      if (dx === 0 && dy === 0) continue;
      const beside = at + (dy * roadsideSize + dx) * 3;
      for (let i = 0; i < 3; i += 1) {
        if (sign * ((image[at + i] ?? 0) - (image[beside + i] ?? 0)) <= step) return false;
      }
    }
  }
  return true;
}

test('images hold no impulses: lone bright or dark pixels are as rare as in photographs', () => {
  const images = Array.from({ length: 400 }, (_, i) => renderRoadside(start + i));
  const count = (step: number) =>
    images.reduce((total, image) => total + lonePixels(image, step), 0) / images.length;
  expect(count(20)).toBeLessThan(0.12);
  expect(count(40)).toBeLessThan(0.012);
  expect(count(80)).toBe(0);
});

test('the search for impulses finds one that is planted', () => {
  const image = new Uint8Array(roadsideSize * roadsideSize * 3).fill(90);
  expect(lonePixels(image, 40)).toBe(0);
  image.set([200, 210, 220], (20 * roadsideSize + 30) * 3);
  expect(lonePixels(image, 40)).toBe(1);
});

test('images span dark to bright and all but a few show contrast', () => {
  const means: number[] = [];
  let flat = 0;
  for (let i = 0; i < 600; i += 1) {
    const image = renderRoadside(start + i);
    const mean = image.reduce((sum, byte) => sum + byte, 0) / image.length;
    const variance = image.reduce((sum, byte) => sum + (byte - mean) ** 2, 0) / image.length;
    means.push(mean);
    if (variance < 9) flat += 1;
  }
  means.sort((a, b) => a - b);
  expect(means[30]).toBeLessThan(45);
  expect(means[569]).toBeGreaterThan(170);
  expect(flat).toBeLessThan(6);
});

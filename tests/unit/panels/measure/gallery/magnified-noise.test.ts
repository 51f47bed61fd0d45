import { expect, it } from 'vitest';
import { magnifiedNoise } from '../../../../../src/panels/measure/gallery/magnified-noise.ts';

it('shows no change as mid-grey and the largest change as nearly black or white', () => {
  const before = Uint8Array.of(100, 100, 100, 7, 0, 255);
  const after = Uint8Array.of(100, 108, 92, 10, 0, 251);
  const { bytes, factor, largest } = magnifiedNoise(before, after);
  expect({ factor, largest }).toEqual({ factor: 15, largest: 8 });
  expect([...bytes]).toEqual([128, 248, 8, 173, 128, 68]);
});

it('does not shrink changes that are larger than half the range, and cuts them off', () => {
  const { bytes, factor, largest } = magnifiedNoise(Uint8Array.of(0, 255), Uint8Array.of(255, 100));
  expect({ factor, largest }).toEqual({ factor: 1, largest: 255 });
  expect([...bytes]).toEqual([255, 1]);
});

it('is grey where nothing was changed', () => {
  const { bytes, largest } = magnifiedNoise(Uint8Array.of(3, 4), Uint8Array.of(3, 4));
  expect(largest).toBe(0);
  expect([...bytes]).toEqual([128, 128]);
});

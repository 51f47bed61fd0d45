import { describe, expect, it } from 'vitest';
import { changePixels } from '../../../../src/core/pixel-change.ts';
import { centredRegion } from '../../../../src/core/region.ts';
import {
  smallDistance,
  smallDistanceChanges,
} from '../../../../src/images/augment/small-distance-sample.ts';
import { differences, noisySource } from './source.ts';

const options = { seed: 7, count: 12, value: { kind: 'replace' }, region: 0.5 } as const;
const source = noisySource(24, 32);

describe('a small-distance sample', () => {
  it('differs from its original in the listed pixels only, by the listed bytes', () => {
    const sample = smallDistance(options)(source, 3);
    const changes = smallDistanceChanges(options, source, 3);
    expect(changes).toHaveLength(12);
    const rebuilt = source.bytes.slice();
    for (const { row, column, before, after } of changes) {
      const at = (row * 32 + column) * 3;
      expect([...rebuilt.subarray(at, at + 3)]).toEqual(before);
      rebuilt.set(after, at);
    }
    expect(rebuilt).toEqual(sample);
    expect(differences(source.bytes, sample).length).toBeGreaterThan(0);
  });

  it('changes pixels of its region only', () => {
    const { top, left, height, width } = centredRegion(24, 32, 0.5);
    for (const { row, column } of smallDistanceChanges(options, source, 0)) {
      expect(row >= top && row < top + height && column >= left && column < left + width).toBe(
        true,
      );
    }
  });

  it('moves each channel by at most the magnitude of an offset', () => {
    const offset = { ...options, value: { kind: 'offset', magnitude: 9 } } as const;
    for (const { before, after } of smallDistanceChanges(offset, source, 1)) {
      for (const [channel, byte] of before.entries()) {
        expect(Math.abs((after[channel] ?? 0) - byte)).toBeLessThanOrEqual(9);
      }
    }
  });

  it('is none of the changed images that a sweep with the same seed measures', () => {
    const { height, width, key: imageKey, bytes } = source;
    const region = centredRegion(height, width, options.region);
    const sample = smallDistance(options)(source, 0);
    for (let draw = 0; draw < 1000; draw += 1) {
      const measured = new Uint8Array(bytes.length);
      changePixels(bytes, measured, { ...options, imageKey, draw, height, width, region });
      expect(measured).not.toEqual(sample);
    }
  });

  it('refuses more pixels than its region holds', () => {
    const tooMany = smallDistance({ ...options, count: 193 });
    expect(() => tooMany(source, 0)).toThrow(/193 is more than the 192 pixels/);
  });
});

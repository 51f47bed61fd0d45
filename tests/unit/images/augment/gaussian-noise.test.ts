import { describe, expect, it } from 'vitest';
import { gaussianNoise } from '../../../../src/images/augment/gaussian-noise.ts';
import { greySource } from './source.ts';

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe('Gaussian noise', () => {
  it('has the mean 0 and the deviation that was asked for', () => {
    const source = greySource(64, 64, 128);
    for (const deviation of [2, 10, 30]) {
      const noise = [...gaussianNoise({ seed: 1, deviation })(source, 0)].map((b) => b - 128);
      // 12,288 values: three standard errors of the mean and of the deviation; rounding adds 1/12.
      expect(Math.abs(mean(noise))).toBeLessThan((3 * deviation) / Math.sqrt(12_288));
      const measured = Math.sqrt(mean(noise.map((delta) => delta * delta)));
      const expected = Math.sqrt(deviation * deviation + 1 / 12);
      expect(Math.abs(measured / expected - 1)).toBeLessThan(3 / Math.sqrt(2 * 12_288));
    }
  });

  it('strays about as often beyond one and two deviations as a normal variable', () => {
    const noise = [...gaussianNoise({ seed: 2, deviation: 40 })(greySource(64, 64, 127), 0)];
    const beyond = (k: number): number =>
      noise.filter((byte) => Math.abs(byte - 127) > k * 40).length / noise.length;
    expect(beyond(1)).toBeCloseTo(0.317, 1);
    expect(beyond(2)).toBeCloseTo(0.0455, 1.5);
  });

  it('is independent in neighbouring channels and pixels', () => {
    const noise = [...gaussianNoise({ seed: 3, deviation: 20 })(greySource(64, 64, 128), 0)].map(
      (byte) => byte - 128,
    );
    for (const lag of [1, 2, 3, 4, 192]) {
      const products = noise.slice(lag).map((value, at) => value * (noise[at] ?? 0));
      expect(Math.abs(mean(products)) / 400).toBeLessThan(0.04);
    }
  });

  it('is clipped at black and white', () => {
    const black = gaussianNoise({ seed: 4, deviation: 64 })(greySource(16, 16, 0), 0);
    const white = gaussianNoise({ seed: 4, deviation: 64 })(greySource(16, 16, 255), 0);
    expect(black.filter((byte) => byte === 0).length).toBeGreaterThan(300);
    expect(white.filter((byte) => byte === 255).length).toBeGreaterThan(300);
  });

  it.each([0, -1, 65, Number.NaN])('refuses a deviation of %d', (deviation) => {
    expect(() => gaussianNoise({ seed: 1, deviation })).toThrow(/deviation/);
  });
});

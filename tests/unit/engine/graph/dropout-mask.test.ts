import { beforeAll, describe, expect, it } from 'vitest';
import { dropoutMask } from '../../../../src/engine/graph/dropout-mask.ts';
import { startWasm } from '../../../support/wasm.ts';

const draw = (seed: number, step: number, layer: number): number[] => [
  ...dropoutMask([50, 101], 0.3, { seed, step }, layer).dataSync(),
];

describe('a dropout mask', () => {
  beforeAll(startWasm);

  it('drops its share of the values and scales the others up to keep the mean', () => {
    const mask = draw(1, 1, 1);
    const dropped = mask.filter((value) => value === 0).length / mask.length;
    // Three standard deviations of a share of 5050 draws.
    expect(Math.abs(dropped - 0.3)).toBeLessThan(0.02);
    const kept = [...new Set(mask)].filter((value) => value !== 0);
    expect(kept).toEqual([Math.fround(1 / 0.7)]);
  });

  it('depends on the seed, the step and the layer alone', () => {
    expect(draw(1, 1, 1)).toEqual(draw(1, 1, 1));
    for (const other of [draw(2, 1, 1), draw(1, 2, 1), draw(1, 1, 2)]) {
      expect(other).not.toEqual(draw(1, 1, 1));
    }
  });
});

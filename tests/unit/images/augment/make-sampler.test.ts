import { describe, expect, it } from 'vitest';
import { imageKeyOfIndex } from '../../../../src/core/random-keys.ts';
import { makeSampler } from '../../../../src/images/augment/make-sampler.ts';
import { sampleArmSchema } from '../../../../src/protocol/augment.ts';
import { sha256 } from '../../../../src/core/sha256.ts';
import golden from '../../../fixtures/augment/samples.json' with { type: 'json' };
import { noisySource } from './source.ts';

const arms = ['pixels', 'noise', 'flip-shift', 'erasing'] as const;
const source = noisySource(20, 30, { mirrors: true });
const made = (arm: string, seed: number, copy: number, from = source): Uint8Array =>
  makeSampler(sampleArmSchema.parse({ arm }), seed)(from, copy);

describe.each(arms)('the arm %s', (arm) => {
  it('leaves its source alone and keeps its size', () => {
    const before = source.bytes.slice();
    expect(made(arm, 1, 0)).toHaveLength(before.length);
    expect(source.bytes).toEqual(before);
  });

  it('gives the same bytes again, in any order', () => {
    const sampler = makeSampler(sampleArmSchema.parse({ arm }), 9);
    const forwards = [0, 1, 2].map((copy) => sampler(source, copy));
    const backwards = [2, 1, 0].map((copy) => sampler(source, copy)).toReversed();
    expect(backwards).toEqual(forwards);
  });

  it('gives other bytes for another copy, seed or image', () => {
    const other = { ...source, key: imageKeyOfIndex(18) };
    const samples = [made(arm, 1, 0), made(arm, 1, 1), made(arm, 2, 0), made(arm, 1, 0, other)];
    expect(new Set(samples.map((sample) => sha256(sample))).size).toBe(4);
  });

  it.each([-1, 0.5, 2 ** 31])('refuses to number a copy %d', (copy) => {
    expect(() => made(arm, 1, copy)).toThrow(/copy must be an integer/);
  });
});

describe('samples', () => {
  it.each(golden.cases)(
    'are those of an independent program: $arm, $height × $width, seed $seed, copy $copy',
    ({ height, width, mirrors, arm, seed, copy, sha256: digest }) => {
      const sample = makeSampler(sampleArmSchema.parse(arm), seed)(
        noisySource(height, width, { mirrors }),
        copy,
      );
      expect(sha256(sample)).toBe(digest);
    },
  );
});

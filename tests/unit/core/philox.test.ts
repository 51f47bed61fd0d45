import { describe, expect, it } from 'vitest';
import { philox4x32 } from '../../../src/core/philox.ts';
import vectors from '../../fixtures/core/philox.json' with { type: 'json' };

type Four = [number, number, number, number];
type Two = [number, number];

describe('Philox-4x32-10', () => {
  it('gives the known answers published with Random123', () => {
    for (const { counter, key, words } of vectors.published) {
      expect(philox4x32(counter as Four, key as Two)).toEqual(words);
    }
  });

  it('agrees with a big-integer implementation on random counters and keys', () => {
    expect(vectors.random.length).toBeGreaterThanOrEqual(200);
    for (const { counter, key, words } of vectors.random) {
      expect(philox4x32(counter as Four, key as Two)).toEqual(words);
    }
  });
});

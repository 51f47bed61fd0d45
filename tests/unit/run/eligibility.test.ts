import { describe, expect, it } from 'vitest';
import { eligibleMasks } from '../../../src/run/eligibility.ts';
import { NOT_DONE } from '../../../src/run/predictions.ts';

const labels = Uint16Array.of(0, 1, 2, 3);
const first = Uint16Array.of(0, 1, 0, NOT_DONE);
const second = Uint16Array.of(0, 0, 0, 3);

const masks = (mode: 'common' | 'own' | 'all') =>
  eligibleMasks(mode, [first, second], labels).map((mask) => [...mask]);

describe('an image is eligible', () => {
  it('in common, where every model is right', () => {
    expect(masks('common')).toEqual([
      [1, 0, 0, 0],
      [1, 0, 0, 0],
    ]);
  });

  it('for a model of its own, where this model is right', () => {
    expect(masks('own')).toEqual([
      [1, 1, 0, 0],
      [1, 0, 0, 1],
    ]);
  });

  it('always, where all are asked for, once it has been classified unchanged', () => {
    expect(masks('all')).toEqual([
      [1, 1, 1, 0],
      [1, 1, 1, 1],
    ]);
  });
});

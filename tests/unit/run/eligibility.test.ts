import { describe, expect, it } from 'vitest';
import { eligibleMasks } from '../../../src/run/eligibility.ts';
import { NO_LABEL } from '../../../src/run/labels.ts';
import { NOT_DONE } from '../../../src/run/predictions.ts';

const labels = Uint16Array.of(0, 1, 2, 3);
const first = Uint16Array.of(0, 1, 0, NOT_DONE);
const second = Uint16Array.of(0, 0, 0, 3);

const masks = (mode: 'common' | 'own' | 'all', of = labels) =>
  eligibleMasks(mode, [first, second], of).map((mask) => [...mask]);

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

  it('without a label as soon as the classes that would decide are known', () => {
    const none = labels.map(() => NO_LABEL);
    expect(masks('own', none)).toEqual([
      [1, 1, 1, 0],
      [1, 1, 1, 1],
    ]);
    expect(masks('common', none)).toEqual([
      [1, 1, 1, 0],
      [1, 1, 1, 0],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import {
  toggleListed,
  toggleRegion,
  toggleValue,
} from '../../../../src/state/experiment/grid-choices.ts';
import { newSeed } from '../../../../src/state/experiment/new-seed.ts';
import { parseWhole } from '../../../../src/state/experiment/whole-number.ts';

describe('a whole number in a field', () => {
  const range = { min: 1, max: 5000 };

  it.each([
    ['500', 500],
    [' 1 ', 1],
    ['1,000', 1000],
    ['5 000', 5000],
    ['007', 7],
  ])('%j is %d', (text, value) => {
    expect(parseWhole(text, range)).toBe(value);
  });

  it.each(['', '0', '5001', '1.5', '1e3', '-1', '1,00', 'ten', '9'.repeat(30)])(
    '%j is none',
    (text) => {
      expect(parseWhole(text, range)).toBeNull();
    },
  );
});

describe('the choices of the grid', () => {
  it('keep random values before offsets, smallest first', () => {
    const once = toggleValue([{ offset: 40 }], 'replace');
    expect(toggleValue(once, { offset: 10 })).toEqual(['replace', { offset: 10 }, { offset: 40 }]);
    expect(toggleValue(once, { offset: 40 })).toEqual(['replace']);
  });

  it('keep the largest region first', () => {
    expect(toggleRegion([1, 0.5], 0.75)).toEqual([1, 0.75, 0.5]);
    expect(toggleRegion([1, 0.5], 1)).toEqual([0.5]);
  });

  it('keep models in the order of their list', () => {
    const list = ['a', 'b', 'c'];
    expect(toggleListed(['c'], 'a', list)).toEqual(['a', 'c']);
    expect(toggleListed(['a', 'c'], 'a', list)).toEqual(['c']);
  });
});

describe('a new seed', () => {
  it('is a whole number of at most six digits, never the one before', () => {
    let seed = 7;
    for (let time = 0; time < 200; time += 1) {
      const next = newSeed(seed);
      expect(next).not.toBe(seed);
      expect(parseWhole(String(next), { min: 0, max: 999_999 })).toBe(next);
      seed = next;
    }
  });
});

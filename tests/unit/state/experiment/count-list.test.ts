import { describe, expect, it } from 'vitest';
import {
  areDoublings,
  doublings,
  parseCounts,
} from '../../../../src/state/experiment/count-list.ts';

describe('a list of pixel counts', () => {
  it.each([
    ['1, 2, 4', [1, 2, 4]],
    ['4 2;1', [1, 2, 4]],
    [' 8,,8, 16, ', [8, 16]],
    ['1024\n3', [3, 1024]],
  ])('%j is read, sorted and without repeats', (text, counts) => {
    expect(parseCounts(text)).toEqual({ counts });
  });

  it.each([
    ['', /at least one number/],
    [' , ', /at least one number/],
    ['1, two', /“two” is not a whole number/],
    ['1.5', /“1.5” is not a whole number/],
    ['-3', /“-3” is not a whole number/],
    ['99999999999999999999', /is not a whole number/],
    ['0, 1', /Start at 1/],
    [Array.from({ length: 257 }, (_, at) => at + 1).join(), /257 numbers; enter at most 256/],
  ])('%j is refused with what to enter', (text, message) => {
    expect(parseCounts(text)).toEqual({ message: expect.stringMatching(message) });
  });

  it('of doublings ends at the last power of two that is small enough', () => {
    expect(doublings(64)).toEqual([1, 2, 4, 8, 16, 32, 64]);
    expect(doublings(5)).toEqual([1, 2, 4]);
    expect(areDoublings(doublings(1024))).toBe(true);
    expect(areDoublings([2, 4])).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { parseDecimal } from '../../../../src/state/experiment/decimal-number.ts';

describe('a decimal number as it is typed', () => {
  it.each([
    ['0.001', 0.001],
    [' .5 ', 0.5],
    ['1e-3', 0.001],
    ['1.', 1],
  ])('reads %j', (text, value) => {
    expect(parseDecimal(text, { from: 0, to: 1 })).toBe(value);
  });

  it.each(['', '.', '-0.5', '1.1', '0,5', 'NaN', 'Infinity', '0x1'])('refuses %j', (text) => {
    expect(parseDecimal(text, { from: 0, to: 1 })).toBeNull();
  });

  it('keeps above a bound that is not part of the range', () => {
    expect(parseDecimal('0', { above: 0, to: 10 })).toBeNull();
    expect(parseDecimal('0', { from: 0, to: 10 })).toBe(0);
  });
});

import { expect, it } from 'vitest';
import { about, duration, oneDecimal } from '../../../src/run/number-text.ts';

it.each([
  [0.2, 'under 1\u00a0s'],
  [25, 'about 25\u00a0s'],
  [190, 'about 3\u00a0min 10\u00a0s'],
])('a guess of %d seconds reads %s', (seconds, text) => {
  expect(`${about(seconds)}${duration(seconds)}`).toBe(text);
});

it.each([
  [85.25, '85.3'],
  [85, '85.0'],
  [1353.68, '1,353.7'],
])('%d with one decimal reads %s', (value, text) => {
  expect(oneDecimal(value)).toBe(text);
});

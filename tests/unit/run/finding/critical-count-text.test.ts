import { expect, it } from 'vitest';
import type { CriticalCountResult } from '../../../../src/protocol/result.ts';
import { formatCriticalCount } from '../../../../src/run/finding/sweep/critical-count-text.ts';

const counts = [1, 2, 4, 8, 16, 32, 64];

it.each<[string, CriticalCountResult]>([
  ['6.1 (5.0–7.4)', { count: 6.12, interval: [5.04, 7.38], censored: null }],
  ['61 (50 to over 64)', { count: 61, interval: [50.2, 'above'], censored: null }],
  ['1.3 (under 1 to 2.1)', { count: 1.3, interval: ['below', 2.1], censored: null }],
  ['over 64 (52 to over 64)', { count: null, interval: [52, 'above'], censored: 'above' }],
  ['over 64', { count: null, interval: ['above', 'above'], censored: 'above' }],
  ['under 1', { count: null, interval: ['below', 'below'], censored: 'below' }],
  ['–', { count: null, interval: null, censored: null }],
])('a critical count reads %s', (text, px5) => {
  expect(formatCriticalCount(px5, counts)).toBe(text);
});

import { expect, test } from 'vitest';
import { isStandIn } from '../../../src/state/storage/storage-use.ts';

const GIBIBYTE = 2 ** 30;

test.each([
  ['what is used and 10 GiB', 913_519, 913_519 + 10 * GIBIBYTE, true],
  ['what is used and a disk of 4 GiB', 0, 4 * GIBIBYTE, true],
  ['a share of a disk', 913_519, 1_544_226_222, false],
  ['a quota of whole GiB, of which some is used', 913_519, 10 * GIBIBYTE, false],
  ['more than 10 GiB', 0, 40 * GIBIBYTE, false],
  ['less than is used', 2000, 1000, false],
])('a quota of %s', (_, used, quota, isIt) => {
  expect(isStandIn(used, quota)).toBe(isIt);
});

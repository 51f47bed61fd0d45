import { expect, test } from 'vitest';
import { roadsideClasses } from '../../../src/images/roadside/classes.ts';
import { roadsideLabel } from '../../../src/images/roadside/render.ts';
import { splitSize, splitStart, type Split } from '../../../src/images/roadside/splits.ts';

const splits: readonly Split[] = ['train', 'validation', 'test'];

test('splits are disjoint ranges of 32-bit indices', () => {
  const ranges = splits
    .map((split) => ({ start: splitStart(split), end: splitStart(split) + splitSize(split) }))
    .sort((a, b) => a.start - b.start);
  ranges.forEach((range, i) => {
    const next = ranges[i + 1];
    expect(range.end).toBeLessThanOrEqual(next ? next.start : 2 ** 32);
  });
  expect(splitSize('train')).toBeGreaterThanOrEqual(2_000_000);
  expect(splitSize('test')).toBeGreaterThanOrEqual(100_000);
});

test('every block of twelve labels holds each class once, from the start of each split', () => {
  const classes = roadsideClasses.length;
  expect(classes).toBe(12);
  for (const split of splits) {
    for (let block = 0; block < 500; block += 1) {
      const start = splitStart(split) + block * classes;
      const labels = new Set(Array.from({ length: classes }, (_, i) => roadsideLabel(start + i)));
      expect(labels.size).toBe(classes);
    }
  }
});

test('labels of any thousand consecutive images are balanced to within two', () => {
  for (const offset of [0, 5, 700_001]) {
    const counts = roadsideClasses.map(() => 0);
    for (let i = 0; i < 1000; i += 1) {
      const label = roadsideLabel(splitStart('test') + offset + i);
      counts[label] = (counts[label] ?? 0) + 1;
    }
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2);
  }
});

test('the order of labels differs from block to block', () => {
  const orders = new Set<string>();
  for (let block = 0; block < 200; block += 1) {
    orders.add(Array.from({ length: 12 }, (_, i) => roadsideLabel(block * 12 + i)).join());
  }
  expect(orders.size).toBe(200);
});

test.each([-1, 0.5, 2 ** 32, Number.NaN])('the image index %d is refused by name', (index) => {
  expect(() => roadsideLabel(index)).toThrow(/image index .* is not an integer in 0…4294967295/);
});

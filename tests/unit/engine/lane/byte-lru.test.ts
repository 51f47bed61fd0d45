import { expect, test } from 'vitest';
import { ByteLru } from '../../../../src/engine/lane/byte-lru.ts';

test('the value that was used longest ago leaves first', () => {
  const gone: string[] = [];
  const cache = new ByteLru<string>(10, (value) => gone.push(value));
  cache.set('a', 'A', 4);
  cache.set('b', 'B', 4);
  cache.get('a');
  cache.set('c', 'C', 4);
  expect(gone).toEqual(['B']);
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual(['A', undefined, 'C']);
});

test('replacing a value gives its bytes back', () => {
  const cache = new ByteLru<number>(10);
  for (let round = 0; round < 5; round += 1) cache.set('same', round, 8);
  cache.set('other', 1, 2);
  expect([cache.get('same'), cache.get('other')]).toEqual([4, 1]);
});

test('a value larger than the budget is served, and gives way to the next', () => {
  const cache = new ByteLru<string>(10);
  cache.set('huge', 'H', 100);
  expect(cache.get('huge')).toBe('H');
  cache.set('small', 'S', 1);
  expect([cache.get('huge'), cache.get('small')]).toEqual([undefined, 'S']);
});

test('clearing disposes of everything once', () => {
  const gone: string[] = [];
  const cache = new ByteLru<string>(10, (value) => gone.push(value));
  cache.set('a', 'A', 1);
  cache.set('b', 'B', 1);
  cache.clear();
  cache.clear();
  expect(gone).toEqual(['A', 'B']);
});

import { expect, test } from 'vitest';
import { topClasses } from '../../../../src/engine/lane/top-classes.ts';

function read(logits: number[], images: number) {
  const predicted = new Uint16Array(images);
  const margins = new Float32Array(images);
  topClasses(Float32Array.from(logits), 3, predicted, margins);
  return { predicted: [...predicted], margins: [...margins] };
}

test('the largest logit wins and the margin is its lead over the runner-up', () => {
  expect(read([1, 4, 2.5, -7, -9, -8], 2)).toEqual({ predicted: [1, 0], margins: [1.5, 1] });
});

test('of equal logits the first class wins with no margin', () => {
  expect(read([2, 5, 5], 1)).toEqual({ predicted: [1], margins: [0] });
});

test('the logits of padding are left alone, whatever they are', () => {
  expect(read([1, 0, 0, Number.NaN, Number.NaN, Number.NaN], 1).predicted).toEqual([0]);
});

test.each([
  ['all are NaN', [Number.NaN, Number.NaN, Number.NaN]],
  ['one that would lose is NaN', [3, Number.NaN, 1]],
  ['one is infinite', [0, Infinity, 1]],
  ['one that would lose is −∞', [0, -Infinity, 1]],
])('logits are refused where %s', (_, logits) => {
  expect(() => read(logits, 1)).toThrow(expect.objectContaining({ kind: 'non-finite' }));
});

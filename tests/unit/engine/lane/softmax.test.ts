import { expect, test } from 'vitest';
import { softmax } from '../../../../src/engine/lane/softmax.ts';

test('probabilities are in the ratio of the exponentials and add up to 1', () => {
  const [a = 0, b = 0, c = 0] = softmax(Float32Array.of(0, Math.log(2), Math.log(5)));
  expect(a).toBeCloseTo(1 / 8, 6);
  expect(b).toBeCloseTo(2 / 8, 6);
  expect(c).toBeCloseTo(5 / 8, 6);
});

test('logits too large for their exponentials are no obstacle', () => {
  expect(softmax(Float32Array.of(10_000, 10_000, -10_000))).toEqual(Float32Array.of(0.5, 0.5, 0));
});

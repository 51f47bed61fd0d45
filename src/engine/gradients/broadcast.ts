import * as tf from '@tensorflow/tfjs-core';
import { averagePool } from './pooling.ts';

/** Vectors [batch, channels] beside images [batch, height, width, channels], as images of one cell. */
export function aligned(inputs: readonly tf.Tensor[]): tf.Tensor[] {
  const rank = Math.max(...inputs.map((input) => input.rank));
  return inputs.map((input) =>
    input.rank === 2 && rank === 4
      ? tf.reshape(input, [input.shape[0] ?? 1, 1, 1, input.shape[1] ?? 1])
      : input,
  );
}

/** Sum over height and width, [batch, 1, 1, channels]; pooling is several times as fast as tf.sum. */
function cellSum(x: tf.Tensor4D): tf.Tensor {
  const [, height, width] = x.shape;
  const window = { strides: [1, 1], dilations: [1, 1], pads: [0, 0, 0, 0] } as const;
  return tf.mul(averagePool(x, { ...window, kernel: [height, width] }), height * width);
}

/**
 * Adds up a gradient over what was repeated.
 * @param dy gradient of the repeated value
 * @param shape shape before, batch included: a vector, or sides of 1 where it was repeated
 */
export function sumTo(dy: tf.Tensor, shape: readonly number[]): tf.Tensor {
  const before = shape.length === 2 && dy.rank === 4 ? [shape[0], 1, 1, shape[1]] : shape;
  const axes = dy.shape.flatMap((side, axis) => (side === before[axis] ? [] : [axis]));
  if (axes.length === 0) return dy.rank === shape.length ? dy : tf.reshape(dy, [...shape]);
  const cells = dy.rank === 4 && axes.every((axis) => axis === 1 || axis === 2);
  const sum =
    cells && before[1] === 1 && before[2] === 1
      ? cellSum(dy as tf.Tensor4D)
      : tf.sum(dy, axes, true);
  return tf.reshape(sum, [...shape]);
}

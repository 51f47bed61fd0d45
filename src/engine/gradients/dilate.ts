import * as tf from '@tensorflow/tfjs-core';
import type { Pair } from '../graph/graph.ts';
import { onWasm, wasmKernel } from './wasm-kernel.ts';

type Shape4D = readonly [number, number, number, number];

const dilateOnWasm = wasmKernel<{ inputShape: Shape4D; outputShape: Shape4D; strides: Pair }>(
  'PixelproofDilate',
  (output, [input], { inputShape, outputShape, strides }) => {
    if (input === undefined) return;
    output.fill(0);
    const [batch, height, width, channels] = inputShape;
    const line = outputShape[2] * channels;
    const step = strides[1] * channels;
    let from = 0;
    for (let image = 0; image < batch; image += 1) {
      for (let row = 0; row < height; row += 1) {
        let to = (image * outputShape[1] + row * strides[0]) * line;
        for (let column = 0; column < width; column += 1) {
          for (let channel = 0; channel < channels; channel += 1) {
            output[to + channel] = input[from + channel] as number;
          }
          from += channels;
          to += step;
        }
      }
    }
  },
);

/** Puts stride − 1 zeros between neighbouring cells: [b, h, w, c] → [b, (h − 1)·s + 1, (w − 1)·s + 1, c]. */
export function dilate(x: tf.Tensor4D, strides: Pair): tf.Tensor4D {
  const [rowStride, columnStride] = strides;
  if (rowStride === 1 && columnStride === 1) return x;
  const [batch, height, width, channels] = x.shape;
  const outputShape: Shape4D = [
    batch,
    (height - 1) * rowStride + 1,
    (width - 1) * columnStride + 1,
    channels,
  ];
  if (onWasm()) {
    const shapes = { inputShape: x.shape, outputShape, strides };
    return dilateOnWasm([x], outputShape, shapes) as tf.Tensor4D;
  }
  const columns = tf.pad2d(tf.reshape(x, [batch * height * width, channels]), [
    [0, 0],
    [0, (columnStride - 1) * channels],
  ]);
  const line = width * columnStride * channels;
  const rows = tf.pad2d(tf.reshape(columns, [batch * height, line]), [
    [0, 0],
    [0, (rowStride - 1) * line],
  ]);
  const spread: tf.Tensor4D = tf.reshape(rows, [
    batch,
    height * rowStride,
    width * columnStride,
    channels,
  ]);
  return tf.slice4d(spread, [0, 0, 0, 0], [...outputShape]);
}

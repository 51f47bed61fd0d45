import * as tf from '@tensorflow/tfjs-core';
import { depthwiseConv2dInputGradient } from './depthwise-conv2d.ts';
import { runKernel, windowAttributes } from './kernels.ts';
import type { PoolShapes } from './max-pool-gradient.ts';
import { scatterToMaxima } from './max-pool-gradient.ts';
import { onWasm, wasmKernel } from './wasm-kernel.ts';
import type { Window } from './window.ts';

type Shape4D = readonly [number, number, number, number];

function pool(kernelName: string, x: tf.Tensor4D, window: Window): tf.Tensor4D {
  const { strides, pad, dimRoundingMode } = windowAttributes(window);
  return runKernel(
    kernelName,
    { x },
    { filterSize: [...window.kernel], strides, pad, dimRoundingMode },
  ) as tf.Tensor4D;
}

/** Maximum of each window; padded cells never win. */
export function maxPool(x: tf.Tensor4D, window: Window): tf.Tensor4D {
  return pool(tf.MaxPool, x, window);
}

/** Mean of each window over the cells that lie in the image. */
export function averagePool(x: tf.Tensor4D, window: Window): tf.Tensor4D {
  return pool(tf.AvgPool, x, window);
}

const maxPoolGradientOnWasm = wasmKernel<PoolShapes>(
  'PixelproofMaxPoolGradient',
  (dx, [x, dy], shapes) => {
    if (x !== undefined && dy !== undefined) scatterToMaxima(dx, x, dy, shapes);
  },
);

/** Gradient of {@link maxPool}: each window's goes to its first largest cell. */
export function maxPoolGradient(
  dy: tf.Tensor4D,
  x: tf.Tensor4D,
  y: tf.Tensor4D,
  window: Window,
): tf.Tensor4D {
  if (onWasm()) {
    const shapes = { inputShape: x.shape, outputShape: dy.shape, window };
    return maxPoolGradientOnWasm([x, dy], x.shape, shapes) as tf.Tensor4D;
  }
  const { strides, pad, dimRoundingMode } = windowAttributes(window);
  return runKernel(
    tf.MaxPoolGrad,
    { dy, input: x, output: y },
    { filterSize: [...window.kernel], strides, pad, dimRoundingMode },
  ) as tf.Tensor4D;
}

/** 1 / (cells of the window that lie in the image), for each window: [height, width]. */
function windowShares(inputShape: Shape4D, outputShape: Shape4D, window: Window): Float32Array {
  const cells = (axis: 0 | 1, position: number, before: number): number => {
    const size = axis === 0 ? inputShape[1] : inputShape[2];
    const start = position * window.strides[axis] - before;
    return Math.min(size, start + window.kernel[axis]) - Math.max(0, start);
  };
  const [, rows, columns] = outputShape;
  const shares = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const inside = cells(0, row, window.pads[0]) * cells(1, column, window.pads[2]);
      shares[row * columns + column] = 1 / Math.max(1, inside);
    }
  }
  return shares;
}

/** Gradient of {@link averagePool}, as that of a depthwise convolution with ones. */
export function averagePoolGradient(
  dy: tf.Tensor4D,
  inputShape: Shape4D,
  window: Window,
): tf.Tensor4D {
  return tf.tidy(() => {
    const [, rows, columns, channels] = dy.shape;
    const shares = windowShares(inputShape, dy.shape, window);
    const uniform = shares.every((share) => share === shares[0]);
    const scaled: tf.Tensor4D = tf.mul(
      dy,
      uniform ? (shares[0] ?? 1) : tf.tensor4d(shares, [1, rows, columns, 1]),
    );
    const ones: tf.Tensor4D = tf.ones([window.kernel[0], window.kernel[1], channels, 1]);
    return depthwiseConv2dInputGradient(scaled, ones, inputShape, window);
  });
}

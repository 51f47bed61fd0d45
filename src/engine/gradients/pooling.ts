import * as tf from '@tensorflow/tfjs-core';
import { depthwiseConv2dInputGradient } from './depthwise-conv2d.ts';
import { runKernel, windowAttributes } from './kernels.ts';
import type { PoolShapes } from './max-pool-gradient.ts';
import { scatterToMaxima } from './max-pool-gradient.ts';
import { onWasm, wasmKernel } from './wasm-kernel.ts';
import { windowShares } from './window-shares.ts';
import type { Pair } from '../graph/graph.ts';
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

/**
 * Mean of each window over its cells, those of the padding counted as zeros (as in PyTorch).
 * @param uncounted padded rows and columns, [bottom, right], that do not count even so
 */
export function countedAveragePool(x: tf.Tensor4D, window: Window, uncounted?: Pair): tf.Tensor4D {
  return tf.tidy(() => {
    const y = averagePool(x, window);
    const inImage = windowShares(x.shape, y.shape, window);
    const counted = windowShares(x.shape, y.shape, window, uncounted ?? [0, 0]);
    return scaleCells(
      y,
      counted.map((share, cell) => share / (inImage[cell] ?? 1)),
    );
  });
}

/** Gradient of {@link averagePool}, as that of a depthwise convolution with ones. */
export function averagePoolGradient(
  dy: tf.Tensor4D,
  inputShape: Shape4D,
  window: Window,
): tf.Tensor4D {
  return spreadShares(dy, windowShares(inputShape, dy.shape, window), inputShape, window);
}

/** Gradient of {@link countedAveragePool}. */
export function countedAveragePoolGradient(
  dy: tf.Tensor4D,
  inputShape: Shape4D,
  window: Window,
  uncounted?: Pair,
): tf.Tensor4D {
  const shares = windowShares(inputShape, dy.shape, window, uncounted ?? [0, 0]);
  return spreadShares(dy, shares, inputShape, window);
}

function spreadShares(
  dy: tf.Tensor4D,
  shares: Float32Array,
  inputShape: Shape4D,
  window: Window,
): tf.Tensor4D {
  return tf.tidy(() => {
    const [height, width] = window.kernel;
    const ones: tf.Tensor4D = tf.ones([height, width, dy.shape[3], 1]);
    return depthwiseConv2dInputGradient(scaleCells(dy, shares), ones, inputShape, window);
  });
}

/** Multiplies each cell of every image by its own factor; factors [height, width]. */
function scaleCells(x: tf.Tensor4D, factors: Float32Array): tf.Tensor4D {
  const [first = 1] = factors;
  if (factors.every((factor) => factor === first)) return tf.mul(x, first);
  return tf.mul(x, tf.tensor4d(factors, [1, x.shape[1], x.shape[2], 1]));
}

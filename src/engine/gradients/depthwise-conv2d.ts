import * as tf from '@tensorflow/tfjs-core';
import { correlationPads, transposedPads } from './conv2d.ts';
import { dilate } from './dilate.ts';
import { depthwiseConvolution } from './depthwise-convolution.ts';
import { cropNegative } from './kernels.ts';
import type { Window } from './window.ts';

type Shape4D = readonly [number, number, number, number];

/**
 * Gradient of a depthwise convolution with respect to its input.
 * @param dy gradient of the output, [batch, height, width, in · multiplier]
 * @param filter [height, width, in, multiplier]
 */
export function depthwiseConv2dInputGradient(
  dy: tf.Tensor4D,
  filter: tf.Tensor4D,
  inputShape: Shape4D,
  window: Window,
): tf.Tensor4D {
  return tf.tidy(() => {
    const [height, width, channels, multiplier] = filter.shape;
    const flipped = tf.reshape(tf.reverse(filter, [0, 1]), [
      height,
      width,
      channels * multiplier,
      1,
    ]);
    const source = cropNegative(
      dilate(dy, window.strides),
      transposedPads(inputShape, dy.shape, window),
    );
    const parts = depthwiseConvolution(source.x, flipped as tf.Tensor4D, {
      strides: [1, 1],
      dilations: window.dilations,
      pads: source.pads,
    });
    if (multiplier === 1) return parts;
    return tf.reshape(tf.sum(tf.reshape(parts, [-1, multiplier]), 1), [...inputShape]);
  });
}

/**
 * Gradient of a depthwise convolution with respect to its filter, as one depthwise convolution in
 * which every channel of every image is a channel of its own.
 * @returns [height, width, in, multiplier]
 */
export function depthwiseConv2dFilterGradient(
  x: tf.Tensor4D,
  dy: tf.Tensor4D,
  multiplier: number,
  window: Window,
): tf.Tensor4D {
  return tf.tidy(() => {
    const [batch, height, width, channels] = x.shape;
    const [, rows, columns] = dy.shape;
    const planes: tf.Tensor4D = tf.reshape(tf.transpose(x, [1, 2, 0, 3]), [
      1,
      height,
      width,
      batch * channels,
    ]);
    const filter: tf.Tensor4D = tf.reshape(tf.transpose(dy, [1, 2, 0, 3]), [
      rows,
      columns,
      batch * channels,
      multiplier,
    ]);
    const images = cropNegative(planes, correlationPads(x.shape, dy.shape, window));
    const taps = depthwiseConvolution(images.x, filter, {
      strides: window.dilations,
      dilations: window.strides,
      pads: images.pads,
    });
    const perImage = tf.reshape(taps, [
      window.kernel[0] * window.kernel[1],
      batch,
      channels * multiplier,
    ]);
    return tf.reshape(tf.sum(perImage, 1), [...window.kernel, channels, multiplier]);
  });
}

import * as tf from '@tensorflow/tfjs-core';
import { joinChannels, splitChannels, takeChannels } from './channels.ts';
import type { ConvEpilogue } from './kernels.ts';
import { dilate } from './dilate.ts';
import { convolution, cropNegative } from './kernels.ts';
import type { Pads, Window } from './window.ts';
import { dilatedExtent } from './window.ts';

type Shape4D = readonly [number, number, number, number];

function splitGroups(x: tf.Tensor4D, groups: number): tf.Tensor4D[] {
  return splitChannels(
    x,
    Array.from({ length: groups }, () => x.shape[3] / groups),
  );
}

/**
 * Convolution in groups: output channel o reads only the input channels of its own group.
 * @param filter [height, width, in / groups, out]
 */
export function groupedConv2d(
  x: tf.Tensor4D,
  filter: tf.Tensor4D,
  window: Window,
  groups: number,
  epilogue: ConvEpilogue,
): tf.Tensor4D {
  if (groups === 1) return convolution(x, filter, window, epilogue);
  return tf.tidy(() => {
    const filters = filter.shape[3] / groups;
    const { bias, activation } = epilogue;
    const parts = splitGroups(x, groups).map((part, group) =>
      convolution(part, takeChannels(filter, group * filters, filters), window, {
        bias: bias === undefined ? bias : tf.slice1d(bias as tf.Tensor1D, group * filters, filters),
        activation,
      }),
    );
    return joinChannels(parts);
  });
}

/**
 * Gradient of a convolution with respect to its input: the flipped filters over the output
 * gradient, with stride − 1 zeros put between its cells (the stride and the padding of a
 * convolution are those of its transpose).
 * @param dy gradient of the output, [batch, height, width, out]
 * @param filter [height, width, in / groups, out]
 * @param inputShape shape of the convolution's input
 */
export function conv2dInputGradient(
  dy: tf.Tensor4D,
  filter: tf.Tensor4D,
  inputShape: Shape4D,
  window: Window,
  groups: number,
): tf.Tensor4D {
  return tf.tidy(() => {
    if (groups > 1) {
      const parts = splitGroups(dy, groups).map((part, group) => {
        const filters = filter.shape[3] / groups;
        const own = takeChannels(filter, group * filters, filters);
        const shape: Shape4D = [
          inputShape[0],
          inputShape[1],
          inputShape[2],
          inputShape[3] / groups,
        ];
        return conv2dInputGradient(part, own, shape, window, 1);
      });
      return joinChannels(parts);
    }
    const flipped: tf.Tensor4D = tf.transpose(tf.reverse(filter, [0, 1]), [0, 1, 3, 2]);
    const source = cropNegative(
      dilate(dy, window.strides),
      transposedPads(inputShape, dy.shape, window),
    );
    return convolution(source.x, flipped, {
      strides: [1, 1],
      dilations: window.dilations,
      pads: source.pads,
    });
  });
}

/** Pads over a dilated output gradient that give back the input's size; negative ones crop. */
export function transposedPads(inputShape: Shape4D, outputShape: Shape4D, window: Window): Pads {
  const { kernel, strides, dilations, pads } = window;
  const sides = (
    size: number,
    cells: number,
    reach: number,
    stride: number,
    before: number,
  ): [number, number] => [reach - before, size - 1 - (cells - 1) * stride + before];
  const rows = dilatedExtent(kernel[0], dilations[0]) - 1;
  const columns = dilatedExtent(kernel[1], dilations[1]) - 1;
  return [
    ...sides(inputShape[1], outputShape[1], rows, strides[0], pads[0]),
    ...sides(inputShape[2], outputShape[2], columns, strides[1], pads[2]),
  ];
}

/**
 * Gradient of a convolution with respect to its filter: the input convolved with the output
 * gradient, batch and channels having changed places, and so have stride and dilation.
 * @param x the convolution's input, [batch, height, width, in]
 * @param dy gradient of the output, [batch, height, width, out]
 * @returns [height, width, in / groups, out]
 */
export function conv2dFilterGradient(
  x: tf.Tensor4D,
  dy: tf.Tensor4D,
  window: Window,
  groups: number,
): tf.Tensor4D {
  return tf.tidy(() => {
    if (groups > 1) {
      const outputs = splitGroups(dy, groups);
      const parts = splitGroups(x, groups).map((part, group) =>
        conv2dFilterGradient(part, outputs[group] ?? dy, window, 1),
      );
      return joinChannels(parts);
    }
    if (isPointwise(window)) return pointwiseFilterGradient(x, dy);
    const images = cropNegative(
      tf.transpose(x, [3, 1, 2, 0]),
      correlationPads(x.shape, dy.shape, window),
    );
    const taps = convolution(images.x, tf.transpose(dy, [1, 2, 0, 3]), {
      strides: window.dilations,
      dilations: window.strides,
      pads: images.pads,
    });
    return tf.transpose(taps, [1, 2, 0, 3]);
  });
}

function isPointwise({ kernel, strides, pads }: Window): boolean {
  return [...kernel, ...strides].every((cells) => cells === 1) && pads.every((side) => side === 0);
}

/** The filter gradient of a 1×1 convolution is one product; on WASM half the time of the general way. */
function pointwiseFilterGradient(x: tf.Tensor4D, dy: tf.Tensor4D): tf.Tensor4D {
  const [channels, filters] = [x.shape[3], dy.shape[3]];
  const columns: tf.Tensor2D = tf.transpose(tf.reshape(x, [-1, channels]));
  const product = tf.matMul(columns, tf.reshape(dy, [-1, filters]));
  return tf.reshape(product, [1, 1, channels, filters]);
}

/** Pads with which the output gradient, as a filter, fits exactly once for every tap of the kernel. */
export function correlationPads(inputShape: Shape4D, outputShape: Shape4D, window: Window): Pads {
  const { kernel, strides, dilations, pads } = window;
  const after = (
    size: number,
    cells: number,
    reach: number,
    stride: number,
    before: number,
  ): number => reach + (cells - 1) * stride + 1 - size - before;
  const rows = dilatedExtent(kernel[0], dilations[0]) - 1;
  const columns = dilatedExtent(kernel[1], dilations[1]) - 1;
  return [
    pads[0],
    after(inputShape[1], outputShape[1], rows, strides[0], pads[0]),
    pads[2],
    after(inputShape[2], outputShape[2], columns, strides[1], pads[2]),
  ];
}

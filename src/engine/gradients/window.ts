import type { Padding, Pair } from '../graph/graph.ts';

/** Zero rows and columns [top, bottom, left, right]; negative where the forward pass leaves some unread. */
export type Pads = readonly [number, number, number, number];

/** A sliding window over an image with its padding resolved to numbers. */
export interface Window {
  /** [height, width] of the kernel, before dilation. */
  readonly kernel: Pair;
  readonly strides: Pair;
  readonly dilations: Pair;
  readonly pads: Pads;
}

/** Extent of a dilated kernel along one axis. */
export function dilatedExtent(kernel: number, dilation: number): number {
  return (kernel - 1) * dilation + 1;
}

/**
 * Resolves `same` as TensorFlow does: the output has ⌈in / stride⌉ cells and an odd zero goes to
 * the end.
 * @param size [height, width] of the image
 */
export function resolvePads(
  padding: Padding,
  size: Pair,
  kernel: Pair,
  strides: Pair,
  dilations: Pair,
): Pads {
  if (padding === 'valid') return [0, 0, 0, 0];
  if (padding !== 'same') return padding;
  const [top, bottom] = samePads(size[0], kernel[0], strides[0], dilations[0]);
  const [left, right] = samePads(size[1], kernel[1], strides[1], dilations[1]);
  return [top, bottom, left, right];
}

function samePads(size: number, kernel: number, stride: number, dilation: number): Pair {
  const cells = Math.ceil(size / stride);
  const total = Math.max(0, (cells - 1) * stride + dilatedExtent(kernel, dilation) - size);
  const before = Math.floor(total / 2);
  return [before, total - before];
}

/** [height, width] of what a window gives; not positive where it does not fit. */
export function windowOutputSize(size: Pair, window: Window): Pair {
  const [top, bottom, left, right] = window.pads;
  const cells = (axis: 0 | 1, padded: number): number =>
    Math.floor(
      (padded - dilatedExtent(window.kernel[axis], window.dilations[axis])) / window.strides[axis],
    ) + 1;
  return [cells(0, size[0] + top + bottom), cells(1, size[1] + left + right)];
}

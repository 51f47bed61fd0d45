import * as tf from '@tensorflow/tfjs-core';
import type { Activation } from '../graph/graph.ts';
import type { Pads, Window } from './window.ts';

/**
 * The backend's kernels without tfjs's operations around them: those refuse a stride together with
 * a dilation, and record gradients that are missing on WASM.
 */
export function runKernel(
  kernelName: string,
  inputs: Readonly<Record<string, tf.Tensor>>,
  attributes: Readonly<Record<string, unknown>>,
): tf.Tensor {
  const output = tf
    .engine()
    .runKernel(kernelName, { ...inputs }, { ...attributes } as unknown as tf.NamedAttrMap);
  const [tensor] = Array.isArray(output) ? output : [output];
  if (tensor === undefined) throw new Error(`kernel ${kernelName} gave nothing`);
  return tensor;
}

/** Where a kernel is applied; its own size comes with the filter. */
export type Placement = Omit<Window, 'kernel'>;

export interface ConvEpilogue {
  /** Shape [out]. */
  readonly bias?: tf.Tensor | undefined;
  readonly activation: Activation;
}

export const LINEAR: ConvEpilogue = { activation: 'linear' };

export function windowAttributes(window: Placement) {
  const [top, bottom, left, right] = window.pads;
  return {
    strides: [...window.strides],
    dilations: [...window.dilations],
    pad: [
      [0, 0],
      [top, bottom],
      [left, right],
      [0, 0],
    ],
    dataFormat: 'NHWC',
    dimRoundingMode: 'floor',
  };
}

function convolve(
  plain: string,
  fused: string,
  x: tf.Tensor4D,
  filter: tf.Tensor4D,
  window: Placement,
  epilogue: ConvEpilogue,
): tf.Tensor4D {
  const attributes = windowAttributes(window);
  const { bias, activation } = epilogue;
  if (bias === undefined && activation === 'linear') {
    return runKernel(plain, { x, filter }, attributes) as tf.Tensor4D;
  }
  return runKernel(fused, bias === undefined ? { x, filter } : { x, filter, bias }, {
    ...attributes,
    activation,
  }) as tf.Tensor4D;
}

/** Convolution without groups. Filter [height, width, in, out]; pads must not be negative. */
export function convolution(
  x: tf.Tensor4D,
  filter: tf.Tensor4D,
  window: Placement,
  epilogue: ConvEpilogue = LINEAR,
): tf.Tensor4D {
  return convolve(tf.Conv2D, tf.FusedConv2D, x, filter, window, epilogue);
}

/** The backend's depthwise convolution. Filter [height, width, in, multiplier]; output channel in · multiplier + m. */
export function depthwiseKernel(
  x: tf.Tensor4D,
  filter: tf.Tensor4D,
  window: Placement,
  epilogue: ConvEpilogue = LINEAR,
): tf.Tensor4D {
  return convolve(tf.DepthwiseConv2dNative, tf.FusedDepthwiseConv2D, x, filter, window, epilogue);
}

/** Zeros around an image; a negative number crops instead. */
export function padOrCrop(x: tf.Tensor4D, pads: Pads): tf.Tensor4D {
  const [batch, height, width, channels] = x.shape;
  const [top, bottom, left, right] = pads;
  const cropped: Pads = [
    Math.min(0, top),
    Math.min(0, bottom),
    Math.min(0, left),
    Math.min(0, right),
  ];
  let result = x;
  if (cropped.some((rows) => rows < 0)) {
    result = tf.slice4d(
      x,
      [0, -cropped[0], -cropped[2], 0],
      [batch, height + cropped[0] + cropped[1], width + cropped[2] + cropped[3], channels],
    );
  }
  if (!pads.some((rows) => rows > 0)) return result;
  return tf.pad4d(result, [
    [0, 0],
    [Math.max(0, top), Math.max(0, bottom)],
    [Math.max(0, left), Math.max(0, right)],
    [0, 0],
  ]);
}

/** Crops by the negative pads and leaves the others to the kernel, which takes none below 0. */
export function cropNegative(x: tf.Tensor4D, pads: Pads): { x: tf.Tensor4D; pads: Pads } {
  const [top, bottom, left, right] = pads;
  return {
    x: padOrCrop(x, [Math.min(0, top), Math.min(0, bottom), Math.min(0, left), Math.min(0, right)]),
    pads: [Math.max(0, top), Math.max(0, bottom), Math.max(0, left), Math.max(0, right)],
  };
}

import type * as tf from '@tensorflow/tfjs-core';
import { isTilingQuicker, tiledDepthwise } from './depthwise-tiles.ts';
import type { ConvEpilogue, Placement } from './kernels.ts';
import { depthwiseKernel, LINEAR } from './kernels.ts';

/** Filter [height, width, in, multiplier]; output channel in · multiplier + m. */
export function depthwiseConvolution(
  x: tf.Tensor4D,
  filter: tf.Tensor4D,
  window: Placement,
  epilogue: ConvEpilogue = LINEAR,
): tf.Tensor4D {
  const run = isTilingQuicker(filter.shape) ? tiledDepthwise : depthwiseKernel;
  return run(x, filter, window, epilogue);
}

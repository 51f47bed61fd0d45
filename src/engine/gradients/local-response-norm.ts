import * as tf from '@tensorflow/tfjs-core';
import type { LocalResponseNormNode } from '../graph/graph.ts';
import { runKernel } from './kernels.ts';

/** Its constants. */
type Constants = Pick<LocalResponseNormNode, 'depthRadius' | 'bias' | 'alpha' | 'beta'>;

function attributes({ depthRadius, bias, alpha, beta }: Constants) {
  return { depthRadius, bias, alpha, beta };
}

/** Local response normalisation over channels (Krizhevsky et al. 2012, section 3.3). */
export function localResponseNorm(x: tf.Tensor4D, constants: Constants): tf.Tensor4D {
  return runKernel(tf.LRN, { x }, attributes(constants)) as tf.Tensor4D;
}

/**
 * @param dy gradient of the output
 * @param x the normalised images
 * @param y the output
 */
export function localResponseNormGradient(
  dy: tf.Tensor4D,
  x: tf.Tensor4D,
  y: tf.Tensor4D,
  constants: Constants,
): tf.Tensor4D {
  return runKernel(tf.LRNGrad, { x, y, dy }, attributes(constants)) as tf.Tensor4D;
}

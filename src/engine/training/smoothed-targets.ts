import * as tf from '@tensorflow/tfjs-core';

/**
 * Rows of target probabilities [batch, classes]: 1 − s + s / classes at the label, s / classes
 * elsewhere (label smoothing, Szegedy et al. 2016, section 7).
 * @param smoothing the share s, 0 ≤ s < 1
 * @throws RangeError if a label is not a class
 */
export function smoothedTargets(
  labels: ArrayLike<number>,
  classes: number,
  smoothing: number,
): tf.Tensor2D {
  const values = new Float32Array(labels.length * classes).fill(smoothing / classes);
  for (let row = 0; row < labels.length; row += 1) {
    const label = labels[row] ?? -1;
    if (!Number.isInteger(label) || label < 0 || label >= classes) {
      throw new RangeError(`label ${label} of image ${row} is not one of ${classes} classes`);
    }
    values[row * classes + label] = 1 - smoothing + smoothing / classes;
  }
  return tf.tensor2d(values, [labels.length, classes]);
}

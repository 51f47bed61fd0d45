import * as tf from '@tensorflow/tfjs-core';

/**
 * Cross-entropy of logits, summed over the batch, with its gradient softmax(z) − t.
 * @param logits [batch, classes]
 * @param targets class of each image, or a distribution [batch, classes] (smoothed labels)
 */
export function softmaxCrossEntropy(
  logits: tf.Tensor2D,
  targets: ArrayLike<number> | tf.Tensor2D,
): { loss: tf.Scalar; gradient: tf.Tensor2D } {
  return tf.tidy(() => {
    const [, classes] = logits.shape;
    const wanted = targets instanceof tf.Tensor ? targets : oneHot(Array.from(targets), classes);
    const shifted: tf.Tensor2D = tf.sub(logits, tf.max(logits, 1, true));
    const total = tf.sum(tf.exp(shifted), 1, true);
    const logProbability: tf.Tensor2D = tf.sub(shifted, tf.log(total));
    const loss: tf.Scalar = tf.neg(tf.sum(tf.mul(wanted, logProbability)));
    const gradient: tf.Tensor2D = tf.sub(tf.exp(logProbability), wanted);
    return { loss, gradient };
  });
}

function oneHot(labels: readonly number[], classes: number): tf.Tensor2D {
  const values = new Float32Array(labels.length * classes);
  labels.forEach((label, row) => {
    if (!Number.isInteger(label) || label < 0 || label >= classes) {
      throw new RangeError(`label ${label} is not one of ${classes} classes`);
    }
    values[row * classes + label] = 1;
  });
  return tf.tensor2d(values, [labels.length, classes]);
}

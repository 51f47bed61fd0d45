import * as tf from '@tensorflow/tfjs-core';
import { softmaxCrossEntropy } from '../gradients/cross-entropy.ts';
import type { LossAndGradient } from '../graph/graph-gradients.ts';

/** Far below every logit, so that its exponential is 0 beside any other. */
const OUT = 1e9;

/**
 * Cross-entropy of logits, summed over the batch, with a gradient that is enlarged for each image
 * by the positive factor 1 / (1 − p_y), which no sign notices. The plain gradient p − t is rounded
 * to 0 where the classifier is sure of the true class y; its direction, the other classes'
 * probabilities among themselves against −1, keeps all its digits.
 * @param logits [batch, classes], at least two classes
 * @param labels class of each image
 */
export function attackLoss(logits: tf.Tensor2D, labels: readonly number[]): LossAndGradient {
  return tf.tidy(() => {
    const [batch, classes] = logits.shape;
    const values = new Float32Array(batch * classes);
    for (const [row, label] of labels.entries()) values[row * classes + label] = 1;
    const wanted = tf.tensor2d(values, [batch, classes]);
    const { loss } = softmaxCrossEntropy(logits, wanted);
    const others: tf.Tensor2D = tf.sub(logits, tf.mul(wanted, OUT));
    return { loss, gradient: softmaxCrossEntropy(others, wanted).gradient };
  });
}

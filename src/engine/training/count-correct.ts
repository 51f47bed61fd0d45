import * as tf from '@tensorflow/tfjs-core';
import type { Batch } from './train-epoch.ts';

/** A network that answers a batch of preprocessed images with logits, the caller's to dispose. */
export interface Answering {
  /** [height, width, channels] of one image. */
  readonly inputShape: readonly [number, number, number];
  logits(images: tf.Tensor4D): tf.Tensor2D;
}

/** How many of some images a network, as it is now, classifies correctly. */
export async function countCorrect(network: Answering, batches: Iterable<Batch>): Promise<number> {
  let correct = 0;
  for (const { images, labels } of batches) {
    const classes = tf.tidy(() => {
      const input = tf.tensor4d(images, [labels.length, ...network.inputShape]);
      return tf.argMax(network.logits(input), 1);
    });
    const predicted = await classes.data();
    classes.dispose();
    for (let image = 0; image < labels.length; image += 1) {
      if (predicted[image] === labels[image]) correct += 1;
    }
  }
  return correct;
}

import * as tf from '@tensorflow/tfjs-core';
import type { Batch } from './train-epoch.ts';
import type { Trainer } from './trainer.ts';

/** How many of some images the network, as it is now, classifies correctly. */
export async function countCorrect(trainer: Trainer, batches: Iterable<Batch>): Promise<number> {
  let correct = 0;
  for (const { images, labels } of batches) {
    const classes = tf.tidy(() => {
      const input = tf.tensor4d(images, [labels.length, ...trainer.inputShape]);
      return tf.argMax(trainer.logits(input), 1);
    });
    const predicted = await classes.data();
    classes.dispose();
    for (let image = 0; image < labels.length; image += 1) {
      if (predicted[image] === labels[image]) correct += 1;
    }
  }
  return correct;
}

import * as tf from '@tensorflow/tfjs-core';
import { loadLayersModel, type LayersModel } from '@tensorflow/tfjs-layers';
import { z } from 'zod';

const filesSchema = z.looseObject({
  modelTopology: z.looseObject({}),
  weightsManifest: z.array(z.object({ weights: z.array(z.looseObject({})) })),
});

/** Loads model files as tfjs itself does; what it makes of them is the reference. */
export function loadPlainModel(modelJson: string, weights: ArrayBuffer): Promise<LayersModel> {
  const { modelTopology, weightsManifest } = filesSchema.parse(JSON.parse(modelJson));
  const weightSpecs = weightsManifest.flatMap((group) => group.weights);
  return loadLayersModel(
    tf.io.fromMemory({
      modelTopology,
      weightSpecs: weightSpecs as unknown as tf.io.WeightsManifestEntry[],
      weightData: weights,
    }),
  );
}

/** Pictures of smooth waves, [batch, height, width, channels], values in [−1, 1]. */
export function wavyImages(
  batch: number,
  [height, width, channels]: readonly [number, number, number],
): tf.Tensor4D {
  const values = new Float32Array(batch * height * width * channels);
  for (let index = 0; index < values.length; index += 1) {
    values[index] = Math.sin(index * 0.37) * Math.cos(index * 0.011 + 1);
  }
  return tf.tensor4d(values, [batch, height, width, channels]);
}

/** Largest |a − b|; infinite where the shapes differ or a value is not finite. */
export function largestDifference(a: tf.Tensor, b: tf.Tensor): number {
  if (a.shape.join() !== b.shape.join()) return Infinity;
  const others = b.dataSync();
  let largest = 0;
  a.dataSync().forEach((value, index) => {
    const difference = Math.abs(value - (others[index] ?? NaN));
    largest = Number.isFinite(difference) ? Math.max(largest, difference) : Infinity;
  });
  return largest;
}

/** Standard deviation between images, averaged over classes: what an error is to be measured against. */
export function spreadOfImages(answers: tf.Tensor): number {
  const { variance } = tf.moments(answers, 0);
  return tf.mean(tf.sqrt(variance)).dataSync()[0] ?? 0;
}

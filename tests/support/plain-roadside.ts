import * as tf from '@tensorflow/tfjs-core';
import { renderRoadside } from '../../src/images/roadside/render.ts';
import { roadsideImages } from '../../src/images/roadside-set.ts';
import { preprocessSchema } from '../../src/protocol/spec.ts';
import { loadPlainModel } from './plain-tfjs.ts';
import { startWasm } from './wasm.ts';

interface ModelTexts {
  /** model.json */
  readonly topology: string;
  /** weights.bin */
  readonly weights: Uint8Array;
  /** preprocess.json */
  readonly preprocess: string;
}

/** How many of the first test images of Roadside plain TensorFlow.js classifies correctly. */
export async function plainCorrect(
  { topology, weights, preprocess }: ModelTexts,
  images: number,
): Promise<number> {
  await startWasm();
  const model = await loadPlainModel(topology, Uint8Array.from(weights).buffer);
  const { range, mean, std } = preprocessSchema.parse(JSON.parse(preprocess));
  const { refs, labels } = roadsideImages('test', images);
  const [from, to] = range;
  const bytes = refs.flatMap((ref) =>
    ref.kind === 'roadside' ? Array.from(renderRoadside(ref.index)) : [],
  );
  const values = bytes.map((byte, at) => {
    const channel = at % 3;
    return (from + (byte / 255) * (to - from) - (mean[channel] ?? 0)) / (std[channel] ?? 1);
  });
  const side = Math.sqrt(bytes.length / 3 / images);
  const logits = model.predict(tf.tensor4d(values, [images, side, side, 3])) as tf.Tensor2D;
  const classes = Array.from(tf.argMax(logits, -1).dataSync());
  return classes.filter((each, at) => each === labels[at]).length;
}

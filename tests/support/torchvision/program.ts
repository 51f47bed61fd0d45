import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { readGraph } from '../../../src/engine/formats/read-graph.ts';
import type { Classifier } from '../../../src/engine/graph/classifier.ts';
import { createClassifier } from '../../../src/engine/graph/classifier.ts';
import { graphGradients } from '../../../src/engine/graph/graph-gradients.ts';
import type { ModelData } from '../../../src/protocol/model-files.ts';
import { decisionsOf } from './decisions.ts';

/** A way for a network into the lab. */
export type FileFormat = 'onnx' | 'safetensors';

export interface Pictures {
  readonly side: number;
  readonly classes: number;
  readonly images: number;
  /** Of how many the gradient is computed. */
  readonly gradients: number;
}

export interface Answers {
  /** [images, classes] */
  readonly logits: Float32Array;
  readonly parameters: number;
  readonly imagesPerSecond: number;
}

export function bytesOf(folder: string, name: string): ArrayBuffer {
  const bytes = readFileSync(join(folder, name));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}

function modelData(folder: string, format: FileFormat): ModelData {
  return format === 'onnx'
    ? { format, weights: bytesOf(folder, 'model.onnx') }
    : { format, architecture: 'auto', weights: bytesOf(folder, 'weights.safetensors') };
}

function inputGradient(classifier: Classifier, x: tf.Tensor4D, weights: tf.Tensor2D): Float32Array {
  const { input } = graphGradients(
    classifier.graph,
    classifier.weights,
    x,
    (logits) => ({ loss: tf.sum(tf.mul(logits, weights)), gradient: tf.clone(weights) }),
    { input: true, weights: new Set() },
  );
  if (input === null) throw new Error('there is no gradient of the input');
  return Float32Array.from(input.dataSync());
}

/**
 * Answers the pictures that make_network.py wrote, through one of its files, and writes gradients
 * and decisions of the first ones for check_gradients.py.
 */
export function answer(folder: string, format: FileFormat, pictures: Pictures): Answers {
  const { side, classes, images, gradients } = pictures;
  const classifier = createClassifier(readGraph(modelData(folder, format)));
  const pixels = new Float32Array(bytesOf(folder, 'images.bin'));
  const size = side * side * 3;
  const image = (index: number): tf.Tensor4D =>
    tf.tensor4d(pixels.subarray(index * size, (index + 1) * size), [1, side, side, 3]);
  const logits = new Float32Array(images * classes);
  const begun = performance.now();
  for (let index = 0; index < images; index += 1) {
    const own = tf.tidy(() => classifier.logits(image(index)).dataSync<'float32'>());
    logits.set(own, index * classes);
  }
  const imagesPerSecond = (1000 * images) / (performance.now() - begun);
  const weights = tf.tensor2d(new Float32Array(bytesOf(folder, 'gradient-weights.bin')), [
    1,
    classes,
  ]);
  for (let index = 0; index < gradients; index += 1) {
    const gradient = tf.tidy(() => inputGradient(classifier, image(index), weights));
    const x = image(index);
    const decisions = decisionsOf(classifier, x);
    x.dispose();
    const layout = decisions.map(({ kind, shape, bytes }) => ({
      kind,
      shape,
      bytes: bytes.length,
    }));
    writeFileSync(join(folder, `${format}.decisions.json`), JSON.stringify(layout));
    appendFileSync(join(folder, `${format}.gradient.bin`), new Uint8Array(gradient.buffer));
    for (const { bytes } of decisions) {
      appendFileSync(join(folder, `${format}.decisions.bin`), bytes);
    }
  }
  weights.dispose();
  classifier.dispose();
  return { logits, parameters: classifier.parameters, imagesPerSecond };
}

import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { graphFromOnnx } from '../../../../../src/engine/formats/onnx/graph-from-onnx.ts';
import type { Classifier } from '../../../../../src/engine/graph/classifier.ts';
import { createClassifier } from '../../../../../src/engine/graph/classifier.ts';
import { graphGradients } from '../../../../../src/engine/graph/graph-gradients.ts';
import type { GoldenNetwork } from '../../../../support/onnx/golden-networks.ts';
import {
  float16s,
  float32s,
  goldenImages,
  goldenNetworks,
  gradientWeights,
  onnxFile,
  spreadOf,
} from '../../../../support/onnx/golden-networks.ts';
import { checkFullSize, torchPython } from '../../../../support/torchvision/full-size.ts';
import { startWasm } from '../../../../support/wasm.ts';

const golden = goldenNetworks();
const python = torchPython();
const BATCH = 25;
/** PyTorch makes and judges a whole network. */
const FULL_SIZE_MS = 600_000;

function imageTensor(network: GoldenNetwork, from: number, to: number): tf.Tensor4D {
  const { side } = network;
  return tf.tensor4d(goldenImages(network, from, to), [to - from, side, side, 3]);
}

function answersOf(classifier: Classifier, network: GoldenNetwork): Float32Array {
  const answers = new Float32Array(golden.images * golden.classes);
  for (let from = 0; from < golden.images; from += BATCH) {
    const logits = tf.tidy(() =>
      classifier.logits(imageTensor(network, from, from + BATCH)).dataSync(),
    );
    answers.set(logits, from * golden.classes);
  }
  return answers;
}

function inputGradient(classifier: Classifier, network: GoldenNetwork): Float32Array {
  return tf.tidy(() => {
    const shape: [number, number] = [golden.gradients, golden.classes];
    const weights = tf.tensor2d(gradientWeights(network, shape[0] * shape[1]), shape);
    const { input } = graphGradients(
      classifier.graph,
      classifier.weights,
      imageTensor(network, 0, golden.gradients),
      (logits) => ({ loss: tf.sum(tf.mul(logits, weights)), gradient: tf.clone(weights) }),
      { input: true, weights: new Set() },
    );
    return Float32Array.from(input?.dataSync() ?? []);
  });
}

function topClasses(logits: Float32Array): number[] {
  return Array.from({ length: golden.images }, (_, image) => {
    const own = logits.subarray(image * golden.classes, (image + 1) * golden.classes);
    return own.indexOf(Math.max(...own));
  });
}

function largestDifference(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) return Infinity;
  return a.reduce((most, value, index) => Math.max(most, Math.abs(value - (b[index] ?? NaN))), 0);
}

describe('networks that PyTorch exported', () => {
  beforeAll(startWasm);

  it.each(golden.networks)('answer as PyTorch does: $name, operator set $opset', (network) => {
    const classifier = createClassifier(graphFromOnnx(onnxFile(network.name)));
    const wanted = float32s(network.logits);
    const answers = answersOf(classifier, network);
    const spread = spreadOf(wanted, golden.classes);
    expect(largestDifference(answers, wanted) / spread).toBeLessThan(1e-3);
    expect(topClasses(answers)).toEqual(topClasses(wanted));
    expect(new Set(topClasses(wanted)).size).toBeGreaterThanOrEqual(10);
    const { largest, values } = network.gradient;
    const gradient = inputGradient(classifier, network).map((value) => value / largest);
    expect(largestDifference(gradient, float16s(values))).toBeLessThan(1e-2);
    classifier.dispose();
  });

  // Only where PyTorch is there to compare with; tools/check-torchvision.ts takes any network.
  if (python !== undefined) {
    it(
      'answer as PyTorch does in full size, from either kind of file: squeezenet1_1',
      { timeout: FULL_SIZE_MS },
      () => {
        const formats = ['onnx', 'safetensors'] as const;
        const options = { formats, images: 16, gradients: 2, opset: 13 };
        const check = checkFullSize(python, 'squeezenet1_1', options);
        expect(check.distinctClasses).toBeGreaterThanOrEqual(10);
        expect(check.formats.map(({ format }) => format)).toEqual(formats);
        for (const own of check.formats) {
          expect(own.logitError).toBeLessThan(1e-3);
          expect(own.sameTopClass).toBe(check.images);
          expect(own.gradients).toHaveLength(2);
          for (const { error, slip } of own.gradients) {
            expect(error).toBeLessThan(1e-2);
            expect(slip).toBeLessThan(1e-3);
          }
        }
      },
    );
  }
});

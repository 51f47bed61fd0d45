import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import { z } from 'zod';
import { graphFromOnnx } from '../../../src/engine/formats/onnx/graph-from-onnx.ts';
import { createClassifier } from '../../../src/engine/graph/classifier.ts';
import { graphGradients } from '../../../src/engine/graph/graph-gradients.ts';
import { spreadOf } from './golden-networks.ts';

const PYTHONS = ['python3', '/usr/bin/python3'];
const script = fileURLToPath(new URL('../../fixtures/onnx/make_full.py', import.meta.url));
const reportSchema = z.object({ side: z.number(), images: z.number(), classes: z.number() });

/** A Python that has torchvision, if there is one. */
export function torchPython(): string | undefined {
  const look = 'import importlib.util as u; exit(u.find_spec("torchvision") is None)';
  return PYTHONS.find((python) => spawnSync(python, ['-c', look]).status === 0);
}

export interface FullSizeCheck {
  readonly images: number;
  /** Largest error of a logit, in units of the spread of logits between images. */
  readonly logitError: number;
  readonly sameTopClass: number;
  readonly distinctClasses: number;
  /** Largest error of the input gradient, in units of its largest entry. */
  readonly gradientError: number;
  /** Root mean square of that error, in units of the root mean square of the gradient. */
  readonly gradientDeviation: number;
  readonly parameters: number;
  readonly imagesPerSecond: number;
}

function floatsIn(folder: string, name: string): Float32Array {
  return new Float32Array(Uint8Array.from(readFileSync(join(folder, `${name}.bin`))).buffer);
}

function errors(found: Float32Array, wanted: Float32Array): { largest: number; deviation: number } {
  let [difference, largest, squares, total] = [0, 0, 0, 0];
  wanted.forEach((value, index) => {
    const error = Math.abs(value - (found[index] ?? NaN));
    difference = Math.max(difference, error);
    largest = Math.max(largest, Math.abs(value));
    squares += error ** 2;
    total += value ** 2;
  });
  return { largest: difference / largest, deviation: Math.sqrt(squares / total) };
}

function compare(folder: string, { side, images, classes }: z.output<typeof reportSchema>) {
  const file = Uint8Array.from(readFileSync(join(folder, 'model.onnx')));
  const classifier = createClassifier(graphFromOnnx(file.buffer));
  const pixels = floatsIn(folder, 'images');
  const wanted = floatsIn(folder, 'logits');
  const size = side * side * 3;
  const image = (index: number): tf.Tensor4D =>
    tf.tensor4d(pixels.subarray(index * size, (index + 1) * size), [1, side, side, 3]);
  const top = (logits: Float32Array): number => logits.indexOf(Math.max(...logits));
  const found = new Float32Array(wanted.length);
  const begun = performance.now();
  for (let index = 0; index < images; index += 1) {
    const logits = tf.tidy(() => classifier.logits(image(index)).dataSync());
    found.set(logits, index * classes);
  }
  const seconds = (performance.now() - begun) / 1000;
  const tops = (logits: Float32Array): number[] =>
    Array.from({ length: images }, (_, at) =>
      top(logits.subarray(at * classes, (at + 1) * classes)),
    );
  const right = tops(wanted);
  const gradient = tf.tidy(() => {
    const weights = tf.tensor2d(floatsIn(folder, 'gradient-weights'), [1, classes]);
    const { input } = graphGradients(
      classifier.graph,
      classifier.weights,
      image(0),
      (logits) => ({ loss: tf.sum(tf.mul(logits, weights)), gradient: tf.clone(weights) }),
      { input: true, weights: new Set() },
    );
    return Float32Array.from(input?.dataSync() ?? []);
  });
  const gradientErrors = errors(gradient, floatsIn(folder, 'gradient'));
  classifier.dispose();
  const difference = found.reduce(
    (most, value, index) => Math.max(most, Math.abs(value - (wanted[index] ?? NaN))),
    0,
  );
  return {
    images,
    logitError: difference / spreadOf(wanted, classes),
    sameTopClass: tops(found).filter((each, at) => each === right[at]).length,
    distinctClasses: new Set(right).size,
    gradientError: gradientErrors.largest,
    gradientDeviation: gradientErrors.deviation,
    parameters: classifier.parameters,
    imagesPerSecond: images / seconds,
  };
}

/** Exports one of torchvision's networks in full size and compares its answers with PyTorch's. */
export function checkFullSize(python: string, name: string, opset = 13): FullSizeCheck {
  const folder = mkdtempSync(join(tmpdir(), 'torchvision-'));
  try {
    const args = ['-B', '-W', 'ignore', script, name, folder, `${opset}`];
    const { status, stdout, stderr } = spawnSync(python, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${name} was not exported: ${stderr}`);
    const report = stdout.trim().split('\n').at(-1) ?? '';
    return compare(folder, reportSchema.parse(JSON.parse(report)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

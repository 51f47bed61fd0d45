import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-webgpu';
import { expect, test } from 'vitest';
import { relativeError } from '../support/golden-gradients.ts';
import { graphOfCase, parseGoldenGraph, runGraphCase } from '../support/golden-graph.ts';

const response = await fetch(new URL('../fixtures/graph/graph.json', import.meta.url));
const cases = parseGoldenGraph(await response.text());

/** A GPU compiles programs for every shape, so only a sample of the cases runs here. */
const SAMPLED = [
  'hardSwish',
  'gelu',
  'elu of scale 1.7',
  'softplus',
  'clip from below',
  'squeeze and excitation',
  'averagePool 3×3, stride 2, padded, rounded up, padding counted',
  'splits, convolves one half, joins and shuffles',
  'transposeFlatten before a dense layer',
  'layerNorm of images',
  'lrn',
  'logSoftmax',
];

test.each(['webgl', 'webgpu'])('nodes on %s agree with PyTorch', async (backend) => {
  expect(await tf.setBackend(backend)).toBe(true);
  const sample = cases.filter(({ title }) => SAMPLED.includes(title));
  expect(sample).toHaveLength(SAMPLED.length);
  const wrong: string[] = [];
  const compare = async (title: string, tensor: tf.Tensor, expected: readonly number[]) => {
    const error = relativeError(await tensor.data(), expected);
    if (!(error < 1e-4)) wrong.push(`${title}: ${error.toExponential(1)}`);
    tensor.dispose();
  };
  for (const c of sample) {
    const { y, dx, dw } = runGraphCase(c, graphOfCase(c));
    await compare(`${c.title}, output`, y, c.y);
    await compare(`${c.title}, input`, dx, c.dx);
    for (const [index, { name }] of c.weights.entries()) {
      await compare(`${c.title}, ${name}`, dw.get(name) ?? tf.zeros([1]), c.dw[index] ?? []);
    }
  }
  expect(wrong).toEqual([]);
});

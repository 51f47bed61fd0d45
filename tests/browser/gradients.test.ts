import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-webgpu';
import { expect, test } from 'vitest';
import { parseGolden, relativeError } from '../support/golden-gradients.ts';
import { convTitle, poolTitle, runConvCase, runPoolCase } from '../support/gradient-checks.ts';

const response = await fetch(new URL('../fixtures/gradients/gradients.json', import.meta.url));
const golden = parseGolden(await response.text());

/** A GPU compiles programs for every shape, so only a sample of the cases runs here. */
const SAMPLE = 9;

function sampled<T>(cases: readonly T[]): readonly T[] {
  return cases.filter((_, index) => index % SAMPLE === 2);
}

test.each(['webgl', 'webgpu'])('gradients on %s agree with PyTorch', async (backend) => {
  expect(await tf.setBackend(backend)).toBe(true);
  const wrong: string[] = [];
  const compare = async (title: string, tensor: tf.Tensor, expected: readonly number[]) => {
    const error = relativeError(await tensor.data(), expected);
    if (!(error < 1e-4)) wrong.push(`${title}: ${error.toExponential(1)}`);
    tensor.dispose();
  };
  for (const c of sampled(golden.convolutions)) {
    const { y, dx, dw } = runConvCase(c);
    await compare(`${convTitle(c)}, output`, y, c.y);
    await compare(`${convTitle(c)}, input`, dx, c.dx);
    await compare(`${convTitle(c)}, filter`, dw, c.dw);
  }
  for (const c of sampled(golden.pools)) {
    const { y, dx } = runPoolCase(c);
    await compare(`${poolTitle(c)}, output`, y, c.y);
    await compare(`${poolTitle(c)}, input`, dx, c.dx);
  }
  expect(wrong).toEqual([]);
});

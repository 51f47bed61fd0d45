import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-webgpu';
import { expect, test } from 'vitest';
import { fgsm } from '../../src/engine/attacks/fgsm.ts';
import { onePixel } from '../../src/engine/attacks/one-pixel.ts';
import { pgd } from '../../src/engine/attacks/pgd.ts';
import {
  goldenImage,
  goldenNetwork,
  parseGoldenAttacks,
  shareOfEqualBytes,
  targetOf,
} from '../support/attacks.ts';

const response = await fetch(new URL('../fixtures/attacks/attacks.json', import.meta.url));
const { side, seed, cases } = parseGoldenAttacks(await response.text());

// Sums in another order turn the sign of a derivative that is all but 0.
const SHARE = 0.995;

test.each(['webgl', 'webgpu'])(
  'adversarial examples on %s are those of PyTorch',
  async (backend) => {
    expect(await tf.setBackend(backend)).toBe(true);
    const [golden] = cases;
    if (!golden) throw new Error('no golden case');
    const target = { ...targetOf(goldenNetwork(side), golden.preprocess), padded: true };
    const images = golden.labels.map((label, index) => ({
      bytes: goldenImage(index, side * side * 3),
      label,
      key: [index, 0] as const,
    }));
    const tensors = tf.memory().numTensors;
    for (const { bytes, epsilon } of golden.fgsm.slice(1, 2)) {
      const crafted = await fgsm(target, images, { epsilon });
      expect(shareOfEqualBytes(crafted.images, bytes)).toBeGreaterThan(SHARE);
    }
    for (const { bytes, ...options } of golden.pgd.slice(2, 3)) {
      const crafted = await pgd(target, images, { ...options, seed });
      expect(shareOfEqualBytes(crafted.images, bytes)).toBeGreaterThan(SHARE);
    }
    const few = { pixels: 1, population: 4, generations: 1, search: 'evolution', seed } as const;
    const first = await onePixel(target, images.slice(0, 2), few);
    expect(await onePixel(target, images.slice(0, 2), few)).toEqual(first);
    expect(tf.memory().numTensors).toBe(tensors);
  },
);

import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { fgsm } from '../../../../src/engine/attacks/fgsm.ts';
import { pgd } from '../../../../src/engine/attacks/pgd.ts';
import {
  classesOf,
  goldenImage,
  goldenNetwork,
  parseGoldenAttacks,
  shareOfEqualBytes,
  targetOf,
} from '../../../support/attacks.ts';

const path = new URL('../../../fixtures/attacks/attacks.json', import.meta.url);
const golden = parseGoldenAttacks(readFileSync(path, 'utf8'));
const { side, seed } = golden;

/**
 * A derivative that float32 rounds to the other side of 0 moves a byte the other way, and later
 * iterations start elsewhere.
 */
const PGD_SHARE = 0.995;

describe.each(['wasm', 'cpu'])('adversarial examples on %s', (backend) => {
  beforeAll(async () => {
    expect(await tf.setBackend(backend)).toBe(true);
  });

  test.each(golden.cases.map((each) => [each.preprocess.channels, each] as const))(
    'of an image read as %s are those that PyTorch makes',
    async (_, { preprocess, labels, zeroGradients, fgsm: fgsmCases, pgd: pgdCases }) => {
      const target = targetOf(goldenNetwork(side), preprocess);
      const bytes = labels.map((__, index) => goldenImage(index, side * side * 3));
      expect(classesOf(target, bytes.slice(0, 4))).toEqual(labels.slice(0, 4));
      const images = bytes.map((each, index) => ({
        bytes: each,
        label: labels[index] ?? 0,
        key: [index, 0] as const,
      }));
      for (const { epsilon, bytes: expected } of fgsmCases) {
        const crafted = await fgsm(target, images, { epsilon });
        expect(shareOfEqualBytes(crafted.images, expected)).toBe(1);
        expect([...crafted.zeroGradients]).toEqual(zeroGradients);
      }
      for (const { bytes: expected, ...options } of pgdCases) {
        const crafted = await pgd(target, images, { ...options, seed });
        expect(shareOfEqualBytes(crafted.images, expected)).toBeGreaterThan(PGD_SHARE);
      }
    },
  );
});

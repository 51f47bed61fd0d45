import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { fgsm } from '../../../../src/engine/attacks/fgsm.ts';
import { lossSigns } from '../../../../src/engine/attacks/loss-signs.ts';
import { pgd } from '../../../../src/engine/attacks/pgd.ts';
import type { Graph } from '../../../../src/engine/graph/graph.ts';
import {
  classesOf,
  goldenNetwork,
  labelledImages,
  logitsOf,
  targetOf,
  type PreprocessInput,
} from '../../../support/attacks.ts';
import { startWasm } from '../../../support/wasm.ts';

const SIDE = 12;
const graph = goldenNetwork(SIDE);
const bgr: PreprocessInput = { channels: 'bgr', range: [1, -1], std: [0.5, 0.25, 1] };

beforeAll(startWasm);

/** The same network, its last layer multiplied. */
function louder(factor: number): Graph {
  const weights = new Map(graph.weights);
  for (const name of ['dense/k', 'dense/b']) {
    const { shape = [], values = new Float32Array() } = graph.weights.get(name) ?? {};
    weights.set(name, { shape, values: values.map((value) => value * factor) });
  }
  return { ...graph, weights };
}

/** Cross-entropy in doubles. */
function lossOf(logits: readonly number[], label: number): number {
  const own = logits[label] ?? Number.NaN;
  return Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - own), 0));
}

describe('the signs of the loss', () => {
  test.each<[string, PreprocessInput]>([
    ['plain preprocessing', {}],
    ['reversed channels on a falling range', bgr],
  ])('agree with finite differences of bytes under %s', async (_, preprocess) => {
    const target = targetOf(graph, preprocess);
    const [image] = labelledImages(target, 1);
    if (!image) throw new Error('no image');
    const [found] = await lossSigns(target, [image.bytes], [image.label]);
    const levels = Float64Array.from(image.bytes);
    let decided = 0;
    for (let at = 0; at < levels.length; at += 5) {
      const [above, below] = [0.5, -0.5].map((step) => {
        const moved = levels.slice();
        moved[at] = Math.min(255, Math.max(0, (moved[at] ?? 0) + step));
        return lossOf(logitsOf(target, [moved])[0] ?? [], image.label);
      });
      const difference = (above ?? 0) - (below ?? 0);
      // Less is lost in the rounding of float32 logits, or in a kink of the network.
      if (Math.abs(difference) < 1e-4) continue;
      decided += 1;
      expect(found?.signs[at]).toBe(Math.sign(difference));
    }
    expect(decided).toBeGreaterThan(15);
  });

  test('are those of the plain network where the answer is so sure that 1 − p is 0 in float32', async () => {
    const images = labelledImages(targetOf(graph), 3);
    const bytes = images.map((image) => image.bytes);
    const labels = images.map(({ label }) => label);
    const plain = await lossSigns(targetOf(graph), bytes, labels);
    const sure = targetOf(louder(1000));
    expect(logitsOf(sure, bytes).map((row, index) => lossOf(row, labels[index] ?? 0))).toEqual([
      expect.closeTo(0, 12),
      expect.closeTo(0, 12),
      expect.closeTo(0, 12),
    ]);
    for (const [index, { zeros }] of (await lossSigns(sure, bytes, labels)).entries()) {
      expect(zeros).toBe(plain[index]?.zeros);
    }
  });

  test('are not taken of what is not a number', async () => {
    const target = targetOf(louder(Number.NaN));
    await expect(fgsm(target, labelledImages(target, 1), { epsilon: 4 })).rejects.toMatchObject({
      kind: 'non-finite',
    });
  });
});

test('no byte leaves the ball or the range, whatever the attack', async () => {
  const target = targetOf(graph, bgr);
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        key: fc.nat(1e6),
        epsilon: fc.integer({ min: 1, max: 127 }),
        step: fc.double({ min: 0.01, max: 255, noNaN: true }),
        iterations: fc.integer({ min: 1, max: 4 }),
        randomStart: fc.boolean(),
        seed: fc.maxSafeNat(),
      }),
      async ({ key, ...options }) => {
        const images = labelledImages(target, 2, key);
        const crafted = [
          await fgsm(target, images, options),
          await pgd(target, images, options),
        ].flatMap((each) => each.images);
        for (const [index, after] of crafted.entries()) {
          const before = images[index % 2]?.bytes ?? new Uint8Array();
          const distance = before.map((byte, at) => Math.abs(byte - (after[at] ?? 0)));
          expect(Math.max(...distance)).toBeLessThanOrEqual(options.epsilon);
          expect(after).toHaveLength(before.length);
        }
      },
    ),
    { seed: 5, numRuns: 40 },
  );
});

describe('an attack by gradient', () => {
  const options = { epsilon: 16, step: 4, iterations: 6, randomStart: true, seed: 3 } as const;

  test('gives the same bytes whatever the batch', async () => {
    const whole = targetOf(graph, {}, 16);
    const images = labelledImages(whole, 7);
    const expected = await pgd(whole, images, options);
    for (const batch of [1, 3]) {
      expect(await pgd(targetOf(graph, {}, batch), images, options)).toEqual(expected);
    }
  });

  test('starts from noise that depends on the seed and the image alone', async () => {
    const target = targetOf(graph);
    const images = labelledImages(target, 3);
    const [, second] = images;
    const all = await pgd(target, images, options);
    const alone = await pgd(target, second ? [second] : [], options);
    expect(alone.images[0]).toEqual(all.images[1]);
    const other = await pgd(target, images, { ...options, seed: 4 });
    expect(other.images[1]).not.toEqual(all.images[1]);
  });

  test('fools the network more often the more steps it takes', async () => {
    const target = targetOf(graph, {}, 16);
    const images = labelledImages(target, 24);
    const fooled = (crafted: readonly Uint8Array[]) =>
      Array.from({ length: 6 }, (_, part) => crafted.slice(part * 4, part * 4 + 4))
        .flatMap((part) => classesOf(target, part))
        .filter((label, index) => label !== images[index]?.label).length;
    const single = fooled((await fgsm(target, images, { epsilon: 12 })).images);
    const many = fooled(
      (
        await pgd(target, images, {
          epsilon: 12,
          step: 2,
          iterations: 12,
          randomStart: false,
          seed: 0,
        })
      ).images,
    );
    expect(single).toBeGreaterThan(4);
    expect(many).toBeGreaterThanOrEqual(single);
  });

  test('leaves no tensor behind, nor does one that fails', async () => {
    const target = targetOf(graph);
    const broken = targetOf(louder(Number.NaN));
    const images = labelledImages(target, 6);
    await pgd(target, images, options);
    const before = tf.memory().numTensors;
    await fgsm(target, images, options);
    await pgd(target, images, options);
    await expect(pgd(broken, images, options)).rejects.toThrow();
    expect(tf.memory().numTensors).toBe(before);
  });
});

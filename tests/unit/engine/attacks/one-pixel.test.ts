import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { STREAM } from '../../../../src/core/random-keys.ts';
import { WordStream } from '../../../../src/core/word-stream.ts';
import { evolution, randomSearch } from '../../../../src/engine/attacks/search-strategies.ts';
import { onePixel, type OnePixelOptions } from '../../../../src/engine/attacks/one-pixel.ts';
import type { Graph } from '../../../../src/engine/graph/graph.ts';
import { classesOf, goldenNetwork, labelledImages, targetOf } from '../../../support/attacks.ts';
import { smallGraph } from '../../../support/small-graphs.ts';
import { startWasm } from '../../../support/wasm.ts';

const SIDE = 8;
const DECIDING = (3 * SIDE + 5) * 3;
const options: OnePixelOptions = {
  pixels: 1,
  population: 40,
  generations: 12,
  search: 'evolution',
  seed: 9,
};

beforeAll(startWasm);

/** Class 1 wins where the red of one pixel is above 200, whatever the rest. */
function onePixelGraph(): Graph {
  const graph = smallGraph(
    [
      { op: 'flatten', name: 'flat', input: 'input' },
      {
        op: 'dense',
        name: 'logits',
        input: 'flat',
        kernel: 'k',
        bias: 'b',
        activation: 'linear',
      },
    ],
    {},
  );
  const kernel = new Float32Array(SIDE * SIDE * 3 * 2);
  kernel[DECIDING * 2 + 1] = 255;
  return {
    ...graph,
    weights: new Map([
      ['k', { shape: [SIDE * SIDE * 3, 2], values: kernel }],
      ['b', { shape: [2], values: Float32Array.of(200, 0) }],
    ]),
  };
}

const differing = (before: Uint8Array, after: Uint8Array): number[] =>
  Array.from({ length: before.length / 3 }, (_, pixel) => pixel).filter((pixel) =>
    [0, 1, 2].some((channel) => before[pixel * 3 + channel] !== after[pixel * 3 + channel]),
  );

const dark = (key: number) => ({
  bytes: new Uint8Array(SIDE * SIDE * 3).fill(40),
  label: 0,
  key: [key, 0] as const,
});

describe('the one-pixel attack', () => {
  test('finds the one pixel that decides, and stops there', async () => {
    const target = targetOf(onePixelGraph(), {}, 16);
    const images = Array.from({ length: 4 }, (_, key) => dark(key));
    const wide = { ...options, population: 100, generations: 30 };
    const { images: found, queries } = await onePixel(target, images, wide);
    expect(classesOf(target, found)).toEqual([1, 1, 1, 1]);
    for (const [index, image] of found.entries()) {
      expect(differing(images[index]?.bytes ?? image, image)).toEqual([DECIDING / 3]);
      expect(queries[index]).toBeLessThan(3100);
    }
  });

  test.each([1, 3, 5])(
    'changes at most %i pixels, and asks no more than it may',
    async (pixels) => {
      const target = targetOf(goldenNetwork(12), {}, 16);
      const images = labelledImages(target, 6);
      const found = await onePixel(target, images, { ...options, pixels });
      const classes = found.images.flatMap((image) => classesOf(target, [image]));
      for (const [index, image] of images.entries()) {
        const after = found.images[index] ?? image.bytes;
        expect(differing(image.bytes, after).length).toBeLessThanOrEqual(pixels);
        const most = options.population * (options.generations + 1);
        if (classes[index] === image.label) expect(found.queries[index]).toBe(most);
        else expect(found.queries[index]).toBeLessThanOrEqual(most);
      }
    },
  );

  test('does not depend on the batch, and gives the same bytes for the same seed only', async () => {
    const images = labelledImages(targetOf(goldenNetwork(12)), 3);
    const run = (batch: number, seed = 9) =>
      onePixel(targetOf(goldenNetwork(12), {}, batch), images, { ...options, seed });
    const first = await run(40);
    expect(await run(7)).toEqual(first);
    expect((await run(40, 10)).images).not.toEqual(first.images);
  });

  test('leaves no tensor behind', async () => {
    const target = targetOf(goldenNetwork(12), {}, 16);
    const images = labelledImages(target, 2);
    const before = tf.memory().numTensors;
    await onePixel(target, images, options);
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('the strategies of the search', () => {
  const size = { height: 32, width: 32 };
  const searching = { pixels: 1, population: 30, generations: 80 };
  // The best pixel is at row 20, column 7, and (200, 60, 90).
  const aim = [20, 7, 200, 60, 90];
  const scale = [32, 32, 255, 255, 255];
  const score = (genes: Float64Array): number =>
    aim.reduce(
      (sum, at, index) => sum + (((genes[index] ?? 0) - at) / (scale[index] ?? 1)) ** 2,
      0,
    );

  function best(make: typeof evolution, seed: number) {
    const strategy = make(searching, size, new WordStream(seed, [0, 0], STREAM.pixelSearch));
    let least = Infinity;
    let asked = 0;
    for (let genes = strategy.propose(); genes.length > 0; genes = strategy.propose()) {
      const scores = genes.map(score);
      strategy.learn(scores);
      least = Math.min(least, ...scores);
      asked += genes.length;
    }
    return { least, asked };
  }

  test('ask equally often, and evolution gets closer', () => {
    for (const seed of [1, 2, 3]) {
      const evolved = best(evolution, seed);
      const random = best(randomSearch, seed);
      expect(evolved.asked).toBe(30 * 81);
      expect(random.asked).toBe(30 * 81);
      expect(evolved.least).toBeLessThan(random.least / 4);
    }
  });

  test('start from the places and colours of the paper', () => {
    const words = new WordStream(1, [0, 0], STREAM.pixelSearch);
    const genes = randomSearch({ ...searching, population: 4000 }, size, words).propose();
    const column = (at: number) => genes.map((each) => each[at] ?? Number.NaN);
    const mean = (values: readonly number[]) =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(column(0))).toBeCloseTo(16, 0);
    expect(mean(column(1))).toBeCloseTo(16, 0);
    for (const at of [2, 3, 4]) {
      expect(Math.abs(mean(column(at)) - 128)).toBeLessThan(5);
      // A Gaussian of deviation 127 leaves 0 … 255 on either side in 16 % of cases.
      const clipped = column(at).filter((value) => value === 0 || value === 255).length;
      expect(Math.abs(clipped / 4000 - 0.315)).toBeLessThan(0.03);
    }
  });
});

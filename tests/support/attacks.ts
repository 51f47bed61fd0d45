import { FailureLatch } from '../../src/engine/backends/failure-latch.ts';
import type { AttackTarget, LabelledImage } from '../../src/engine/attacks/attack-target.ts';
import { uploadLevels, type Levels } from '../../src/engine/attacks/upload-levels.ts';
import { createClassifier } from '../../src/engine/graph/classifier.ts';
import type { Graph } from '../../src/engine/graph/graph.ts';
import { attackTarget } from '../../src/engine/lane/attack-target.ts';
import { byteTables } from '../../src/engine/lane/byte-tables.ts';
import { inputGeometry } from '../../src/engine/lane/input-geometry.ts';
import type { ModelOfLane } from '../../src/engine/lane/load-model.ts';
import { preprocessSchema } from '../../src/protocol/spec.ts';
import { z } from 'zod';
import { goldenValues } from './golden-gradients.ts';
import { conv, smallGraph } from './small-graphs.ts';

export type PreprocessInput = z.input<typeof preprocessSchema>;

/** A graph on the current backend, as a lane holds it. */
export function modelOf(graph: Graph, preprocess: PreprocessInput = {}, batch = 4): ModelOfLane {
  const classifier = createClassifier(graph);
  const { inputShape: inputSize, classes, parameters, multiplyAdds } = classifier;
  const complete = preprocessSchema.parse(preprocess);
  return {
    facts: { id: 'net', inputSize, classes, parameters, multiplyAdds },
    classifier,
    transform: { geometry: inputGeometry(inputSize, complete), tables: byteTables(complete) },
    batch: { images: batch, padded: false },
  };
}

/** A graph on the current backend, as a lane would hand it to an attack. */
export function targetOf(graph: Graph, preprocess: PreprocessInput = {}, batch = 4): AttackTarget {
  return attackTarget(modelOf(graph, preprocess, batch), { latch: new FailureLatch() });
}

/** Logits of images whose levels may lie between the bytes. */
export function logitsOf(target: AttackTarget, images: readonly Levels[]): number[][] {
  const input = uploadLevels(target, images);
  const logits = target.classifier.logits(input);
  const rows = logits.arraySync();
  input.dispose();
  logits.dispose();
  return rows;
}

/** The largest logit's place; the first of equals. */
export function classesOf(target: AttackTarget, images: readonly Levels[]): number[] {
  return logitsOf(target, images).map((row) => row.indexOf(Math.max(...row)));
}

/** Random images with the classes that the target sees in them. */
export function labelledImages(target: AttackTarget, count: number, key = 0): LabelledImage[] {
  const [height, width] = target.classifier.inputShape;
  const images = Array.from({ length: count }, (_, index) =>
    goldenImage(key + index, height * width * 3),
  );
  const labels = classesOf(target, images);
  return images.map((bytes, index) => ({ bytes, label: labels[index] ?? 0, key: [index, 0] }));
}

const goldenSchema = z.object({
  torch: z.string(),
  side: z.number(),
  classes: z.number(),
  seed: z.number(),
  cases: z.array(
    z.object({
      preprocess: preprocessSchema,
      labels: z.array(z.number()),
      zeroGradients: z.array(z.number()),
      fgsm: z.array(z.object({ epsilon: z.number(), bytes: z.string() })),
      pgd: z.array(
        z.object({
          epsilon: z.number(),
          step: z.number(),
          iterations: z.number(),
          randomStart: z.boolean(),
          bytes: z.string(),
        }),
      ),
    }),
  ),
});

/** Checks the text of attacks.json. */
export function parseGoldenAttacks(text: string): z.output<typeof goldenSchema> {
  return goldenSchema.parse(JSON.parse(text));
}

/** Bytes of an image of make.py. */
export function goldenImage(key: number, size: number): Uint8Array {
  let word = (Math.imul(100 + key, 2654435761) + 12345) >>> 0;
  return Uint8Array.from({ length: size }, () => {
    word = (Math.imul(word, 1664525) + 1013904223) >>> 0;
    return word >>> 24;
  });
}

/** The network of make.py. */
export function goldenNetwork(side: number): Graph {
  const weight = (shape: readonly number[], key: number, divisor: number) => ({
    shape,
    values: goldenValues(
      shape.reduce((all, each) => all * each, 1),
      key,
    ).map((value) => value / divisor),
  });
  const plain = smallGraph(
    [
      {
        ...conv,
        name: 'first',
        input: 'input',
        filter: 'first/f',
        bias: 'first/b',
        strides: [2, 2],
        padding: 'valid',
        activation: 'relu',
      },
      {
        ...conv,
        name: 'second',
        input: 'first',
        filter: 'second/f',
        bias: 'second/b',
        padding: [1, 1, 1, 1],
        activation: 'relu',
      },
      {
        op: 'maxPool',
        name: 'pooled',
        input: 'second',
        size: [2, 2],
        strides: [2, 2],
        padding: 'valid',
      },
      { op: 'flatten', name: 'flat', input: 'pooled' },
      {
        op: 'dense',
        name: 'logits',
        input: 'flat',
        kernel: 'dense/k',
        bias: 'dense/b',
        activation: 'linear',
      },
    ],
    {},
  );
  return {
    ...plain,
    inputShape: [side, side, 3],
    weights: new Map([
      ['first/f', weight([3, 3, 3, 8], 1, 3)],
      ['first/b', weight([8], 2, 10)],
      ['second/f', weight([3, 3, 8, 12], 3, 5)],
      ['second/b', weight([12], 4, 10)],
      ['dense/k', weight([48, 5], 5, 3)],
      ['dense/b', weight([5], 6, 10)],
    ]),
  };
}

/** Share of bytes that two lists of images have in common. */
export function shareOfEqualBytes(actual: readonly Uint8Array[], packed: string): number {
  const expected = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const flat = actual.flatMap((image) => [...image]);
  if (flat.length !== expected.length) return 0;
  return flat.filter((byte, at) => byte === expected[at]).length / flat.length;
}

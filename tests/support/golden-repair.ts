import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { LabelledImage } from '../../src/engine/attacks/attack-target.ts';
import type { Graph } from '../../src/engine/graph/graph.ts';
import { conv, head, smallGraph } from './small-graphs.ts';

const stepSchema = z.object({
  loss: z.number(),
  kernel: z.array(z.number()),
  bias: z.array(z.number()),
});

const goldenSchema = z.object({
  torch: z.string(),
  side: z.number(),
  classes: z.number(),
  mean: z.tuple([z.number(), z.number(), z.number()]),
  std: z.tuple([z.number(), z.number(), z.number()]),
  images: z.array(z.array(z.number())),
  labels: z.array(z.number()),
  conv: z.array(z.number()),
  convBias: z.array(z.number()),
  kernel: z.array(z.number()),
  bias: z.array(z.number()),
  featureDistances: z.array(z.number()),
  inputDistances: z.array(z.number()),
  rate: z.number(),
  momentum: z.number(),
  sgd: z.array(stepSchema),
  adam: z.array(stepSchema),
});

/** Distances and training steps that PyTorch computed in double precision. */
export const golden = goldenSchema.parse(
  JSON.parse(readFileSync(new URL('../fixtures/repair/repair.json', import.meta.url), 'utf8')),
);

/** The network of the golden data. */
export function goldenNetwork(): Graph {
  const filters = golden.convBias.length;
  const graph = smallGraph(
    [
      {
        ...conv,
        name: 'conv',
        input: 'input',
        filter: 'conv/f',
        bias: 'conv/b',
        activation: 'relu',
      },
      ...head('conv'),
    ],
    {},
  );
  const weight = (values: readonly number[], ...shape: number[]) => ({
    shape,
    values: Float32Array.from(values),
  });
  return {
    ...graph,
    weights: new Map([
      ['conv/f', weight(golden.conv, 3, 3, 3, filters)],
      ['conv/b', weight(golden.convBias, filters)],
      ['logits/kernel', weight(golden.kernel, filters, golden.classes)],
      ['logits/bias', weight(golden.bias, golden.classes)],
    ]),
  };
}

export const goldenImages: readonly LabelledImage[] = golden.images.map((bytes, image) => ({
  bytes: Uint8Array.from(bytes),
  label: golden.labels[image] ?? 0,
  key: [image, 0],
}));

import * as tf from '@tensorflow/tfjs-core';
import { z } from 'zod';
import { graphGradients } from '../../src/engine/graph/graph-gradients.ts';
import type { Graph, GraphNode, Weight } from '../../src/engine/graph/graph.ts';
import { uploadWeights } from '../../src/engine/graph/upload-weights.ts';
import { goldenTensor, goldenValues } from './golden-gradients.ts';

const numbers = z.array(z.number());

const goldenGraphSchema = z.object({
  torch: z.string(),
  cases: z.array(
    z.object({
      number: z.number(),
      title: z.string(),
      size: z.tuple([z.number(), z.number()]),
      scale: z.number(),
      nodes: z.array(z.custom<GraphNode>((node) => typeof node === 'object')),
      output: z.string(),
      weights: z.array(z.object({ name: z.string(), shape: numbers })),
      y: numbers,
      dx: numbers,
      dw: z.array(numbers),
    }),
  ),
});

export type GraphCase = z.output<typeof goldenGraphSchema>['cases'][number];

/** Checks the text of graph.json. */
export function parseGoldenGraph(text: string): readonly GraphCase[] {
  return goldenGraphSchema.parse(JSON.parse(text)).cases;
}

/** The graph of a case, with the values that make.py gave its weights. */
export function graphOfCase(c: GraphCase): Graph {
  const weights = c.weights.map(({ name, shape }, index): [string, Weight] => {
    const size = shape.reduce((product, side) => product * side, 1);
    return [name, { shape, values: goldenValues(size, 10 * c.number + 2 + index) }];
  });
  return {
    inputShape: [...c.size, 3],
    nodes: c.nodes,
    output: c.output,
    weights: new Map(weights),
  };
}

export interface GraphResult {
  readonly y: tf.Tensor;
  readonly dx: tf.Tensor;
  readonly dw: ReadonlyMap<string, tf.Tensor>;
}

/** Runs a graph on the input of a case on the current backend, forward and back. */
export function runGraphCase(c: GraphCase, graph: Graph): GraphResult {
  const batch = 2;
  const weights = uploadWeights(graph);
  const x: tf.Tensor4D = tf.mul(goldenTensor([batch, ...c.size, 3], 10 * c.number), c.scale);
  const dy = goldenTensor([batch, c.y.length / batch], 10 * c.number + 1) as tf.Tensor2D;
  const found = graphGradients(graph, weights, x, () => ({ loss: tf.scalar(0), gradient: dy }), {
    input: true,
    weights: new Set(c.weights.map(({ name }) => name)),
  });
  if (found.input === null) throw new Error(`"${c.title}" has no gradient of its input`);
  for (const tensor of [...weights.values(), x, found.loss]) tensor.dispose();
  return { y: found.output, dx: found.input, dw: found.weights };
}

import * as tf from '@tensorflow/tfjs-core';
import type { Graph } from './graph.ts';
import { nodeWeights } from './node-weights.ts';

/** One tensor on the current backend for each weight that the nodes read; the caller disposes them. */
export function uploadWeights(graph: Graph): Map<string, tf.Tensor> {
  const tensors = new Map<string, tf.Tensor>();
  for (const name of graph.nodes.flatMap(nodeWeights)) {
    const weight = graph.weights.get(name);
    if (weight === undefined) throw new RangeError(`the graph has no weight "${name}"`);
    if (!tensors.has(name)) tensors.set(name, tf.tensor(weight.values, [...weight.shape]));
  }
  return tensors;
}

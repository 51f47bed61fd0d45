import type { Graph, Weight } from '../../src/engine/graph/graph.ts';

/**
 * Moves what a fresh network starts with as all zeros or all ones (biases, batch norm), so that a
 * mistake with any of them shows. Variances stay positive.
 */
export function stirWeights(graph: Graph): Graph {
  const weights = new Map<string, Weight>();
  let phase = 0;
  for (const [name, { shape, values }] of graph.weights) {
    phase += 1;
    const constant = values.every((value) => value === values[0]);
    const moved = constant
      ? values.map((value, index) => value + 0.3 * Math.sin(7 * phase + 1.7 * index))
      : values;
    weights.set(name, { shape, values: moved });
  }
  return { ...graph, weights };
}

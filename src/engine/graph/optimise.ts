import type { Graph } from './graph.ts';

export function optimise(graph: Graph): Graph {
  return graph;
}

import type { Graph } from './graph.ts';
import { logitsGraph } from './logits-graph.ts';

/**
 * The graph of a model that is known to answer with probabilities, answering with logits: what its
 * final softmax reads, or where there is none the logarithms of its answers, whose softmax they are.
 */
export function logProbabilities(graph: Graph): Graph {
  const logits = logitsGraph(graph);
  if (logits !== graph) return logits;
  const names = new Set(graph.nodes.map((node) => node.name));
  let name = 'log';
  while (names.has(name)) name = `${name}_`;
  return {
    ...graph,
    nodes: [...graph.nodes, { name, op: 'activation', input: graph.output, activation: 'log' }],
    output: name,
  };
}

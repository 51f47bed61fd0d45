import type { Graph, GraphNode } from './graph.ts';

/** The node that gives the logits: what a final softmax or log-softmax reads, else the output itself. */
function logitsNode(graph: Graph): GraphNode | undefined {
  const byName = new Map(graph.nodes.map((node) => [node.name, node]));
  let node = byName.get(graph.output);
  while (node?.op === 'softmax' || node?.op === 'logSoftmax') node = byName.get(node.input);
  return node;
}

/** The graph without a final softmax, so that it answers with logits. */
export function logitsGraph(graph: Graph): Graph {
  const node = logitsNode(graph);
  return node === undefined || node.name === graph.output ? graph : { ...graph, output: node.name };
}

import type { ActivationNode, Graph, GraphNode, SoftmaxNode } from './graph.ts';

/** Whether a node only turns logits into (logarithms of) probabilities, or changes nothing at all. */
function followsLogits(node: GraphNode | undefined): node is ActivationNode | SoftmaxNode {
  if (node?.op === 'activation') return node.activation === 'linear';
  return node?.op === 'softmax' || node?.op === 'logSoftmax';
}

/** The node that gives the logits: what a final softmax or log-softmax reads, else the output itself. */
function logitsNode(graph: Graph): GraphNode | undefined {
  const byName = new Map(graph.nodes.map((node) => [node.name, node]));
  let node = byName.get(graph.output);
  while (followsLogits(node)) node = byName.get(node.input);
  return node;
}

/** The graph without a final softmax, so that it answers with logits. */
export function logitsGraph(graph: Graph): Graph {
  const node = logitsNode(graph);
  return node === undefined || node.name === graph.output ? graph : { ...graph, output: node.name };
}

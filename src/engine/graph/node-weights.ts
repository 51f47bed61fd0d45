import type { GraphNode } from './graph.ts';

/** Names of the weights that a node reads, running statistics included. */
export function nodeWeights(node: GraphNode): readonly string[] {
  const names: readonly (string | undefined)[] = ((): readonly (string | undefined)[] => {
    switch (node.op) {
      case 'conv2d':
      case 'depthwiseConv2d':
        return [node.filter, node.bias];
      case 'dense':
        return [node.kernel, node.bias];
      case 'batchNorm':
        return [node.gamma, node.beta, node.mean, node.variance];
      case 'affine':
        return [node.scale, node.shift];
      case 'layerNorm':
        return [node.gamma, node.beta];
      default:
        return [];
    }
  })();
  return names.filter((name) => name !== undefined);
}

/** Names of the weights that gradient descent may move; running statistics are not among them. */
export function trainableWeights(nodes: readonly GraphNode[]): readonly string[] {
  const names = nodes.flatMap((node) =>
    nodeWeights(node).filter(
      (name) => node.op !== 'batchNorm' || (name !== node.mean && name !== node.variance),
    ),
  );
  return [...new Set(names)];
}

import type { GraphNode } from '../graph/graph.ts';
import type { NodeShape } from '../graph/node-shape.ts';

/**
 * Nodes that flatten a value. The softmax of an image of one cell, with which some MobileNets end, is
 * taken after the flattening instead, so that the softmax stays the last step and the logits are
 * known.
 * @param name of the flattened value
 */
export function flattenNodes(
  name: string,
  input: string,
  nodeOf: (name: string) => GraphNode | undefined,
  shapeOf: (name: string) => NodeShape,
): readonly GraphNode[] {
  const source = nodeOf(input);
  const [height, width] = shapeOf(input);
  if (source?.op !== 'softmax' || height !== 1 || width !== 1) {
    return [{ op: 'flatten', name, input }];
  }
  const logits = `${name}:logits`;
  return [
    { op: 'flatten', name: logits, input: source.input },
    { op: 'softmax', name, input: logits },
  ];
}

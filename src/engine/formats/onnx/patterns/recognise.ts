import type { WeightSource } from '../model-source.ts';
import type { NodeMessage } from '../wire/messages.ts';
import { writtenLayerNorm } from './layer-norm.ts';
import { NodeIndex } from './node-index.ts';
import { gatedActivation } from './pointwise.ts';

/** Puts one node in the place of several that amount to it; nodes that nothing reads any more stay. */
export function recognise(
  nodes: readonly NodeMessage[],
  weights: WeightSource,
): readonly NodeMessage[] {
  const index = new NodeIndex(nodes, weights);
  return nodes.map(
    (node) => gatedActivation(index, node) ?? writtenLayerNorm(index, node, weights) ?? node,
  );
}

/** The nodes that the output needs, in order. */
export function liveNodes(nodes: readonly NodeMessage[], output: string): readonly NodeMessage[] {
  const wanted = new Set([output]);
  const live = nodes.toReversed().filter((node) => {
    if (!node.outputs.some((name) => wanted.has(name))) return false;
    for (const name of node.inputs) wanted.add(name);
    return true;
  });
  return live.toReversed();
}

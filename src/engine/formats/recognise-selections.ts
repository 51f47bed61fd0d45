import type { ConvNode, DenseNode, Graph, GraphNode, Weight } from '../graph/graph.ts';

type Rearrangement =
  | { readonly op: 'sliceChannels'; readonly start: number; readonly size: number }
  | { readonly op: 'channelShuffle'; readonly groups: number };

/** The channel that each output takes, if every column of a kernel is one 1 among zeros. */
function channelsTaken({ shape, values }: Weight): readonly number[] | undefined {
  const outputs = shape.at(-1) ?? 0;
  const taken = Array.from({ length: outputs }, () => -1);
  for (const [index, value] of values.entries()) {
    if (value === 0) continue;
    const output = index % outputs;
    if (value !== 1 || taken[output] !== -1) return undefined;
    taken[output] = (index - output) / outputs;
  }
  return taken.includes(-1) ? undefined : taken;
}

function rearrangement(taken: readonly number[], channels: number): Rearrangement | undefined {
  const [start = 0, second = 0] = taken;
  const inOrder = taken.every((channel, output) => channel === start + output);
  if (inOrder) {
    // All channels in their order is no selection, but a layer that has yet to learn.
    if (taken.length === channels) return undefined;
    return { op: 'sliceChannels', start, size: taken.length };
  }
  const groups = channels / second;
  const shuffles =
    taken.length === channels &&
    Number.isInteger(groups) &&
    taken.every(
      (channel, output) => channel === (output % groups) * second + Math.floor(output / groups),
    );
  return shuffles ? { op: 'channelShuffle', groups } : undefined;
}

function isBare(node: GraphNode): node is ConvNode | DenseNode {
  if (node.op === 'dense') return node.bias === undefined && node.activation === 'linear';
  return (
    node.op === 'conv2d' &&
    node.bias === undefined &&
    node.activation === 'linear' &&
    node.groups === 1 &&
    node.strides[0] === 1 &&
    node.strides[1] === 1 &&
    (node.padding === 'valid' || node.padding === 'same')
  );
}

/**
 * Finds the layers that only take or reorder channels, as models are written where the format has
 * nothing else for it, so that they run without arithmetic and cannot learn.
 */
export function recogniseSelections(graph: Graph): Graph {
  const nodes = graph.nodes.map((node): GraphNode => {
    if (!isBare(node) || node.name === graph.output) return node;
    const kernel = graph.weights.get(node.op === 'dense' ? node.kernel : node.filter);
    const pointwise = kernel?.shape.slice(0, -2).every((side) => side === 1) ?? false;
    const taken = kernel !== undefined && pointwise ? channelsTaken(kernel) : undefined;
    const found = taken && rearrangement(taken, kernel?.shape.at(-2) ?? 0);
    return found === undefined ? node : { ...found, name: node.name, input: node.input };
  });
  return { ...graph, nodes };
}

import { LabError } from '../../protocol/lab-error.ts';
import type { Graph, GraphNode } from '../graph/graph.ts';
import type { NodeShape } from '../graph/node-shape.ts';
import type { KerasLayer, NamedWeight } from './keras-layer.ts';

export interface ExportContext {
  readonly graph: Graph;
  readonly shapes: ReadonlyMap<string, NodeShape>;
  readonly nodeOf: (name: string) => GraphNode | undefined;
  /** Name of the layer that gives a node's value. */
  readonly layerOf: (node: string) => string;
}

export interface ExportedNode {
  /** In order; the last one gives the node's value. */
  readonly layers: readonly KerasLayer[];
  readonly weights: readonly NamedWeight[];
}

/** Names what the format cannot hold. */
export function unsupported(node: GraphNode, what: string): LabError {
  return new LabError(
    'model-unsupported',
    `Layer "${node.name}": the TensorFlow.js layers format has no ${what}.`,
    node.name,
  );
}

/** A node's weights under the names that its layer gives them. */
export function exportWeights(
  node: GraphNode,
  { graph }: ExportContext,
  names: Readonly<Record<string, string | undefined>>,
): NamedWeight[] {
  const weights: NamedWeight[] = [];
  for (const [own, name] of Object.entries(names)) {
    if (name === undefined) continue;
    const weight = graph.weights.get(name);
    if (weight === undefined) throw new RangeError(`the graph has no weight "${name}"`);
    weights.push({ name: `${node.name}/${own}`, weight });
  }
  return weights;
}

/** A vector of the graph's that no file held before. */
export function vectorOf(values: readonly number[]): NamedWeight['weight'] {
  return { shape: [values.length], values: Float32Array.from(values) };
}

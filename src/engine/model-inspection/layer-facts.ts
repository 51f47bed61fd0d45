import type { LayerFacts } from '../../protocol/model-inspection.ts';
import { analyseNode } from '../graph/analyse-node.ts';
import type { Graph, GraphNode } from '../graph/graph.ts';
import { nodeInputs } from '../graph/graph.ts';
import type { NodeShape } from '../graph/node-shape.ts';
import { trainableWeights } from '../graph/node-weights.ts';

function kindOf(node: GraphNode): string {
  if (node.op === 'activation') return node.activation;
  if (!('activation' in node) || node.activation === 'linear') return node.op;
  return `${node.op} + ${node.activation}`;
}

/**
 * The layers of a graph in the order in which they are computed; the input is none.
 * @param graph one that `analyseGraph` has accepted
 */
export function layerFacts(graph: Graph): LayerFacts[] {
  const weightShape = (name: string): readonly number[] => graph.weights.get(name)?.shape ?? [];
  const shapes = new Map<string, NodeShape>();
  return graph.nodes.flatMap((node) => {
    if (node.op === 'input') {
      shapes.set(node.name, graph.inputShape);
      return [];
    }
    const inputs = nodeInputs(node).map((name) => shapes.get(name) ?? []);
    const { shape, multiplyAdds } = analyseNode(node, inputs, weightShape);
    shapes.set(node.name, shape);
    const parameters = trainableWeights([node]).reduce(
      (sum, name) => sum + (graph.weights.get(name)?.values.length ?? 0),
      0,
    );
    return [{ name: node.name, kind: kindOf(node), outputShape: shape, parameters, multiplyAdds }];
  });
}

import { LabError } from '../../protocol/lab-error.ts';
import type { Graph, GraphNode, Weight } from './graph.ts';
import { nodeInputs } from './graph.ts';
import type { NodeShape } from './node-shape.ts';
import { analyseNode } from './analyse-node.ts';
import { trainableWeights } from './node-weights.ts';

export interface GraphAnalysis {
  /** Shape of one image's value at each node, by name. */
  readonly shapes: ReadonlyMap<string, NodeShape>;
  readonly classes: number;
  /** Learned values; running statistics do not count. */
  readonly parameters: number;
  /** Multiplications of convolutions and dense layers for one image. */
  readonly multiplyAdds: number;
}

function weightSize({ shape }: Weight): number {
  return shape.reduce((product, side) => product * side, 1);
}

/**
 * Checks that a graph is whole and infers its shapes.
 * @throws LabError `model-corrupt` where nodes or weights do not fit each other, `model-shape` where
 * it does not turn RGB images into a vector of at least two classes
 */
export function analyseGraph(graph: Graph): GraphAnalysis {
  const [height, width, channels] = graph.inputShape;
  if (![height, width].every((side) => Number.isInteger(side) && side > 0) || channels !== 3) {
    throw new LabError(
      'model-shape',
      `The model reads [${graph.inputShape.join(', ')}]; an image classifier reads [height, width, 3].`,
    );
  }
  const weightShape = (name: string, node: GraphNode): readonly number[] => {
    const weight = graph.weights.get(name);
    if (weight === undefined) {
      throw new LabError(
        'model-corrupt',
        `Layer "${node.name}" lacks its weight "${name}".`,
        node.name,
      );
    }
    if (weight.values.length !== weightSize(weight)) {
      throw new LabError(
        'model-corrupt',
        `Weight "${name}" of layer "${node.name}" has ${weight.values.length} values where its shape [${weight.shape.join(', ')}] needs ${weightSize(weight)}.`,
        node.name,
      );
    }
    return weight.shape;
  };
  const shapes = new Map<string, NodeShape>();
  let multiplyAdds = 0;
  for (const node of graph.nodes) {
    if (shapes.has(node.name)) {
      throw new LabError('model-corrupt', `Two layers are named "${node.name}".`, node.name);
    }
    if (node.op === 'input') {
      shapes.set(node.name, graph.inputShape);
      continue;
    }
    const inputs = nodeInputs(node).map((name) => shapeBefore(shapes, name, node));
    const analysis = analyseNode(node, inputs, weightShape);
    shapes.set(node.name, analysis.shape);
    multiplyAdds += analysis.multiplyAdds;
  }
  return {
    shapes,
    classes: classesOf(shapes.get(graph.output), graph.output),
    parameters: parameterCount(graph),
    multiplyAdds,
  };
}

function shapeBefore(
  shapes: ReadonlyMap<string, NodeShape>,
  name: string,
  node: GraphNode,
): NodeShape {
  const shape = shapes.get(name);
  if (shape === undefined) {
    throw new LabError(
      'model-corrupt',
      `Layer "${node.name}" reads "${name}", which does not come before it.`,
      node.name,
    );
  }
  return shape;
}

function classesOf(shape: NodeShape | undefined, output: string): number {
  const [classes, ...rest] = shape ?? [];
  if (classes === undefined || rest.length > 0 || classes < 2) {
    throw new LabError(
      'model-shape',
      `The model's output "${output}" has shape [${(shape ?? []).join(', ')}] for one image; a classifier gives a vector of at least two classes.`,
      output,
    );
  }
  return classes;
}

function parameterCount(graph: Graph): number {
  let count = 0;
  for (const name of trainableWeights(graph.nodes))
    count += graph.weights.get(name)?.values.length ?? 0;
  return count;
}

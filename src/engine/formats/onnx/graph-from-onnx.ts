import { LabError } from '../../../protocol/lab-error.ts';
import { analyseGraph } from '../../graph/analyse.ts';
import type { Graph } from '../../graph/graph.ts';
import { checkOperators, checkOrder } from './check-operators.ts';
import { Conversion } from './conversion.ts';
import { unsupportedNode } from './faults.ts';
import type { ImageInput } from './model-source.ts';
import { checkedOpset, imageInputOf, outputOf, WeightSource } from './model-source.ts';
import { convertNode } from './convert-node.ts';
import { flattenedOutput, inputFeature } from './ends.ts';
import { liveNodes, recognise } from './patterns/recognise.ts';
import type { Value } from './values/value.ts';
import type { NodeMessage } from './wire/messages.ts';
import { readModelMessage } from './wire/read-model.ts';

/** How many nodes read each value, the model's output counting as one more reader. */
function readerCounts(nodes: readonly NodeMessage[], output: string): ReadonlyMap<string, number> {
  const counts = new Map([[output, 1]]);
  for (const { inputs } of nodes) {
    for (const name of inputs) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

interface Source {
  readonly opset: number;
  readonly nodes: readonly NodeMessage[];
  readonly weights: WeightSource;
  readonly input: ImageInput;
  readonly output: string;
}

function convert({ opset, nodes, weights, input, output }: Source): Graph {
  const graph = new Conversion(input.shape, input.batch);
  const readers = readerCounts(nodes, output);
  const values = new Map<string, Value>([[input.name, inputFeature(input, graph)]]);
  const valueOf = (name: string, node: NodeMessage): Value | undefined => {
    if (name === '') return undefined;
    const value = values.get(name) ?? weights.get(name);
    if (value !== undefined) return value;
    throw unsupportedNode(node, `reads "${name}", which is not computed`);
  };
  for (const node of nodes) {
    const inputs = node.inputs.map((name) => valueOf(name, node));
    const made = convertNode({ node, opset, inputs, graph });
    node.outputs.forEach((name, index) => {
      const value = made[index];
      if (value === undefined || name === '') return;
      values.set(name, value);
      if (value.kind === 'feature') graph.noteReaders(value, readers.get(name) ?? 0);
    });
  }
  const answer = values.get(output);
  if (answer?.kind !== 'feature') {
    throw new LabError(
      'model-shape',
      `The model's output "${output}" does not depend on the image.`,
      output,
    );
  }
  return graph.finish(flattenedOutput(answer, output, graph));
}

/**
 * Reads a classifier in the ONNX format, operator sets 7 to 20. Channels, which ONNX keeps first,
 * go last: filters are turned once, axes are followed through reshapes, and what is computed from
 * shapes alone is computed now.
 * @param bytes of the .onnx file
 * @param size [height, width] of the pictures, for a model that leaves them open
 * @returns a graph that keeps the model's own output, softmax included
 * @throws LabError `model-corrupt` naming the part of the file or the node that is damaged,
 * `model-unsupported` naming operators, attributes and types that cannot be run with their nodes,
 * `model-shape` where it is no image classifier with one input and one output
 */
export function graphFromOnnx(bytes: ArrayBuffer, size?: readonly [number, number]): Graph {
  const model = readModelMessage(bytes);
  const opset = checkedOpset(model);
  const input = imageInputOf(model.graph, size);
  const output = outputOf(model.graph);
  const weights = new WeightSource(model.graph);
  const needed = liveNodes(model.graph.nodes, output);
  checkOrder(needed, (value) => value === input.name || weights.has(value));
  const nodes = liveNodes(recognise(needed, weights), output);
  checkOperators(nodes, input.name);
  const graph = convert({ opset, nodes, weights, input, output });
  analyseGraph(graph);
  return graph;
}

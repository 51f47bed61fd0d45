import { LabError } from '../../../protocol/lab-error.ts';
import { analyseGraph } from '../../graph/analyse.ts';
import type { Graph } from '../../graph/graph.ts';
import { GraphEdit } from '../../graph/passes/graph-edit.ts';
import { type StoredTensor, unpackWeights } from '../unpack-weights.ts';
import { absorbAffine } from './absorb-affine.ts';
import { gatedActivations } from './gated-activations.ts';
import {
  checkGraphModel,
  computationOrder,
  graphOutput,
  type NodeOutput,
  type OperationNode,
  operations,
} from './graph-def.ts';
import { constant, type GraphValue, Operands } from './graph-value.ts';
import { GraphWriter } from './graph-writer.ts';
import { inputShape, onlyPlaceholder } from './placeholder.ts';
import { translators } from './translators.ts';

/** Operations of which nothing is known, all at once. */
function checkOperations(order: readonly OperationNode[]): void {
  const unknown = new Map<string, string[]>();
  for (const { name, op } of order) {
    if (op === 'Const' || op === 'Placeholder' || translators.has(op)) continue;
    unknown.set(op, [...(unknown.get(op) ?? []), name]);
  }
  if (unknown.size === 0) return;
  const listed = [...unknown].map(([op, [first = '', ...more]]) =>
    more.length === 0 ? `${op} ("${first}")` : `${op} ("${first}" and ${more.length} more)`,
  );
  throw new LabError(
    'model-unsupported',
    `The model has operations that cannot be run: ${listed.join(', ')}.`,
    [...unknown.values()][0]?.[0],
  );
}

function constantOf(name: string, weights: ReadonlyMap<string, StoredTensor>): GraphValue {
  const tensor = weights.get(name);
  if (tensor !== undefined) return constant(tensor.shape, tensor.values);
  throw new LabError('model-corrupt', `The files hold no weight "${name}".`, name);
}

function valueAt(
  values: ReadonlyMap<string, readonly GraphValue[]>,
  { node, index }: NodeOutput,
  reader: string,
): GraphValue {
  const value = values.get(node)?.[index];
  if (value !== undefined) return value;
  throw new LabError(
    'model-unsupported',
    `"${reader}" reads output ${index} of "${node}", which cannot be run.`,
    reader,
  );
}

function translated(
  order: readonly OperationNode[],
  output: NodeOutput,
  weights: ReadonlyMap<string, StoredTensor>,
  size: readonly [number, number] | undefined,
): Graph {
  const placeholder = onlyPlaceholder(order);
  const shape = inputShape(placeholder, size);
  const writer = new GraphWriter(placeholder.name, shape);
  const values = new Map<string, readonly GraphValue[]>();
  for (const operation of order) {
    const { name, op } = operation;
    if (op === 'Placeholder') values.set(name, [{ kind: 'tensor', node: name, shape }]);
    else if (op === 'Const') values.set(name, [constantOf(name, weights)]);
    else {
      const inputs = operation.inputs.map((input) => valueAt(values, input, name));
      const translate = translators.get(op);
      values.set(name, translate?.(new Operands(operation, inputs), writer) ?? []);
    }
  }
  const answer = valueAt(values, output, 'output');
  if (answer.kind === 'constant' || answer.blocks !== undefined) {
    throw new LabError(
      'model-shape',
      `The model's output "${output.node}" is no vector of classes.`,
    );
  }
  const cells = answer.shape.slice(0, -1);
  return writer.graph(cells.every((side) => side === 1) ? writer.vector(answer) : answer.node);
}

/**
 * Translates a TensorFlow.js graph model into the lab's own graph.
 * @param json what model.json holds
 * @param bytes the weight shards, joined in the order of the manifest
 * @param size [height, width] of the pictures, for a model that leaves them open
 * @returns a graph that keeps the model's own output, softmax included
 * @throws LabError `model-unsupported` naming all operations that cannot be run, or the one whose
 * attributes cannot; `model-corrupt` where the files are damaged or do not fit each other;
 * `model-shape` where it is no image classifier, or where its size is open and none is given
 */
export function graphFromGraphModel(
  json: unknown,
  bytes: ArrayBuffer,
  size?: readonly [number, number],
): Graph {
  const model = checkGraphModel(json);
  const nodes = operations(model);
  const output = graphOutput(model, nodes);
  const order = computationOrder(nodes, output);
  checkOperations(order);
  const weights = unpackWeights(
    model.weightsManifest.flatMap((group) => group.weights),
    bytes,
  );
  const edit = new GraphEdit(translated(order, output, weights, size));
  gatedActivations(edit);
  absorbAffine(edit);
  const graph = edit.finish();
  analyseGraph(graph);
  return graph;
}

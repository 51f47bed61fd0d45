import * as tf from '@tensorflow/tfjs-core';
import { scoped } from '../gradients/scope.ts';
import { backwardNode } from './backward-node.ts';
import type { NodeValue, RunMode, Weights } from './forward-node.ts';
import { forwardNode, INFERENCE } from './forward-node.ts';
import { GradientSums } from './gradient-sums.ts';
import type { Graph, GraphNode } from './graph.ts';
import { nodeInputs } from './graph.ts';
import { nodeWeights } from './node-weights.ts';

/** A loss with its gradient in closed form, so that no tape is needed. */
export interface LossAndGradient {
  readonly loss: tf.Scalar;
  /** ∂ loss / ∂ output, [batch, classes]. */
  readonly gradient: tf.Tensor2D;
}

export interface WantedGradients {
  /** Whether ∂ loss / ∂ x is wanted. */
  readonly input: boolean;
  /** Names of the weights whose gradients are wanted; what no wanted gradient needs is not computed. */
  readonly weights: ReadonlySet<string>;
}

export interface GraphGradients {
  readonly loss: tf.Scalar;
  /** The classifier's answer, [batch, classes]. */
  readonly output: tf.Tensor2D;
  /** Shape of x; null where it was not wanted. */
  readonly input: tf.Tensor4D | null;
  readonly weights: ReadonlyMap<string, tf.Tensor>;
}

/**
 * Runs a classifier forward and back. All returned tensors belong to the caller; nothing else is
 * left behind.
 * @param x [batch, height, width, channels]
 * @param lossOf loss and gradient from the answer, for instance {@link softmaxCrossEntropy}
 */
export function graphGradients(
  graph: Graph,
  weights: Weights,
  x: tf.Tensor4D,
  lossOf: (output: tf.Tensor2D) => LossAndGradient,
  wanted: WantedGradients,
  mode: RunMode = INFERENCE,
): GraphGradients {
  return scoped(
    'graphGradients',
    () => {
      const values = forward(graph, weights, x, mode);
      const output = valueOf(values, graph.output).output as tf.Tensor2D;
      const { loss, gradient } = lossOf(output);
      return { loss, output, ...backward(graph, weights, values, gradient, wanted) };
    },
    ({ loss, output, input, weights: gradients }) => [
      loss,
      output,
      ...(input === null ? [] : [input]),
      ...gradients.values(),
    ],
  );
}

function valueOf(values: ReadonlyMap<string, NodeValue>, name: string): NodeValue {
  const value = values.get(name);
  if (value === undefined) throw new RangeError(`the graph has no node "${name}" before its use`);
  return value;
}

function channelsOf(values: ReadonlyMap<string, NodeValue>, name: string): number {
  return valueOf(values, name).output.shape.at(-1) ?? 1;
}

function forward(
  graph: Graph,
  weights: Weights,
  x: tf.Tensor4D,
  mode: RunMode,
): Map<string, NodeValue> {
  const values = new Map<string, NodeValue>();
  graph.nodes.forEach((node, position) => {
    if (node.op === 'input') {
      values.set(node.name, { output: x });
      return;
    }
    const inputs = nodeInputs(node).map((name) => valueOf(values, name).output);
    values.set(
      node.name,
      scoped(node.name, () => forwardNode(node, inputs, weights, mode, position), nodeTensors),
    );
  });
  return values;
}

function nodeTensors({ output, batchNorm, mask }: NodeValue): readonly tf.Tensor[] {
  return [
    output,
    ...(batchNorm === undefined ? [] : [batchNorm.centred, batchNorm.inverseDeviation]),
    ...(mask === undefined ? [] : [mask]),
  ];
}

/** Nodes whose output gradient some wanted gradient needs. */
function nodesToVisit(graph: Graph, wanted: WantedGradients): ReadonlySet<string> {
  const visited = new Set<string>();
  for (const node of graph.nodes) {
    const needed =
      node.op === 'input'
        ? wanted.input
        : nodeInputs(node).some((name) => visited.has(name)) ||
          nodeWeights(node).some((name) => wanted.weights.has(name));
    if (needed) visited.add(node.name);
  }
  return visited;
}

function backward(
  graph: Graph,
  weights: Weights,
  values: ReadonlyMap<string, NodeValue>,
  dOutput: tf.Tensor2D,
  wanted: WantedGradients,
): { input: tf.Tensor4D | null; weights: Map<string, tf.Tensor> } {
  const visit = nodesToVisit(graph, wanted);
  const gradients = new GradientSums();
  gradients.add(graph.output, dOutput);
  const weightGradients = new Map<string, tf.Tensor>();
  const step = (node: GraphNode): void => {
    if (node.op === 'input' || !visit.has(node.name)) return;
    const dy = gradients.sum(node.name, channelsOf(values, node.name));
    if (dy === undefined) return;
    if (node.op === 'sliceChannels') {
      gradients.addChannels(node.input, node.start, dy);
      return;
    }
    const sources = nodeInputs(node);
    const found = scoped(
      node.name,
      () =>
        backwardNode(node, {
          dy,
          inputs: sources.map((name) => valueOf(values, name).output),
          value: valueOf(values, node.name),
          weights,
          needInput: sources.some((name) => visit.has(name)),
          needWeight: (name) => wanted.weights.has(name),
        }),
      ({ inputs, weights: own }) => [...inputs, ...own.values()],
    );
    for (const [name, gradient] of found.weights) accumulate(weightGradients, name, gradient);
    found.inputs.forEach((gradient, index) => {
      const source = sources[index];
      if (source !== undefined && visit.has(source)) gradients.add(source, gradient);
    });
  };
  for (const node of graph.nodes.toReversed()) step(node);
  const [first] = graph.nodes;
  const dInput =
    first === undefined ? undefined : gradients.sum(first.name, channelsOf(values, first.name));
  return { input: (dInput as tf.Tensor4D | undefined) ?? null, weights: weightGradients };
}

function accumulate(into: Map<string, tf.Tensor>, name: string, gradient: tf.Tensor): void {
  const before = into.get(name);
  into.set(name, before === undefined ? gradient : tf.add(before, gradient));
}

import * as tf from '@tensorflow/tfjs-core';
import type { RunMode, Weights } from './forward-node.ts';
import { forwardNode, INFERENCE } from './forward-node.ts';
import type { Graph } from './graph.ts';
import { nodeInputs } from './graph.ts';

/** Places in the node list after which a value is read no more; the output is never given up. */
function lastReaders(graph: Graph): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  graph.nodes.forEach((node, position) => {
    for (const input of nodeInputs(node)) last.set(input, position);
  });
  last.set(graph.output, Infinity);
  return last;
}

/**
 * The answer of a classifier for a batch of preprocessed images, without gradients (those come from
 * `graphGradients`). Values are freed as soon as nothing reads them.
 * @param weights one tensor for each weight that the nodes name
 * @param x [batch, height, width, channels]
 * @returns [batch, classes]
 */
export function runGraph(
  graph: Graph,
  weights: Weights,
  x: tf.Tensor4D,
  mode: RunMode = INFERENCE,
): tf.Tensor2D {
  const last = lastReaders(graph);
  return tf.tidy(() => {
    const values = new Map<string, tf.Tensor>();
    graph.nodes.forEach((node, position) => {
      if (node.op === 'input') {
        values.set(node.name, x);
        return;
      }
      const inputs = nodeInputs(node).map((name) => valueOf(values, name));
      const output = tf.tidy(() => forwardNode(node, inputs, weights, mode, position).output);
      values.set(node.name, output);
      for (const name of new Set(nodeInputs(node))) {
        const value = valueOf(values, name);
        if (last.get(name) === position && value !== x) value.dispose();
      }
    });
    return valueOf(values, graph.output) as tf.Tensor2D;
  });
}

function valueOf(values: ReadonlyMap<string, tf.Tensor>, name: string): tf.Tensor {
  const value = values.get(name);
  if (value === undefined) throw new RangeError(`the graph has no node "${name}" before its use`);
  return value;
}

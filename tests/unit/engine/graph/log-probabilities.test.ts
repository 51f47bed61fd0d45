import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { softmaxCrossEntropy } from '../../../../src/engine/gradients/cross-entropy.ts';
import { createClassifier } from '../../../../src/engine/graph/classifier.ts';
import { graphGradients } from '../../../../src/engine/graph/graph-gradients.ts';
import type { Graph } from '../../../../src/engine/graph/graph.ts';
import { logProbabilities } from '../../../../src/engine/graph/log-probabilities.ts';
import { largestDifference, wavyImages } from '../../../support/plain-tfjs.ts';
import { everyNodeGraph } from '../../../support/small-graphs.ts';
import { startWasm } from '../../../support/wasm.ts';

/** Ends in a softmax that a clip to 0 … 1 hides. */
function hiddenSoftmax(): Graph {
  const graph = everyNodeGraph();
  return {
    ...graph,
    nodes: [
      ...graph.nodes,
      { name: 'log', op: 'activation', input: graph.output, activation: 'clip', alpha: 0, beta: 1 },
    ],
    output: 'log',
  };
}

const labels = [0, 3, 1];

function inputGradient(graph: Graph, x: tf.Tensor4D): tf.Tensor {
  const { graph: running, weights } = createClassifier(graph);
  const loss = (logits: tf.Tensor2D) => softmaxCrossEntropy(logits, labels);
  const { input } = graphGradients(running, weights, x, loss, { input: true, weights: new Set() });
  if (input === null) throw new Error('no gradient');
  return input;
}

describe('a model that is said to answer with probabilities', () => {
  beforeAll(startWasm);

  it('is judged by its final softmax where it has one', () => {
    const graph = everyNodeGraph();
    const x = wavyImages(3, graph.inputShape);
    const logits = createClassifier(logProbabilities(graph)).logits(x);
    expect(largestDifference(logits, createClassifier(graph).logits(x))).toBe(0);
  });

  it('else answers with the logarithms of its answers', () => {
    const x = wavyImages(3, everyNodeGraph().inputShape);
    const probabilities = createClassifier(hiddenSoftmax()).logits(x);
    const logits = createClassifier(logProbabilities(hiddenSoftmax())).logits(x);
    expect(largestDifference(logits, tf.log(probabilities))).toBeLessThan(1e-6);
    expect(largestDifference(tf.softmax(logits), probabilities)).toBeLessThan(1e-6);
  });

  it('has the gradient of the cross-entropy that its logits would have', () => {
    const x = wavyImages(3, everyNodeGraph().inputShape);
    const expected = inputGradient(everyNodeGraph(), x);
    const found = inputGradient(logProbabilities(hiddenSoftmax()), x);
    const largest = tf.max(tf.abs(expected)).arraySync();
    expect(largest).toBeGreaterThan(0);
    expect(largestDifference(found, expected) / Number(largest)).toBeLessThan(1e-4);
  });

  it('stays finite where a probability has become 0', () => {
    const graph: Graph = {
      inputShape: [1, 1, 3],
      nodes: [
        { name: 'input', op: 'input' },
        { name: 'answer', op: 'flatten', input: 'input' },
      ],
      output: 'answer',
      weights: new Map(),
    };
    const logits = createClassifier(logProbabilities(graph)).logits(
      tf.tensor4d([0, 1, 0.5], [1, 1, 1, 3]),
    );
    const [zero = 0, one, half] = logits.dataSync();
    expect(zero).toBeCloseTo(Math.log(1e-30), 3);
    expect(one).toBe(0);
    expect(half).toBeCloseTo(Math.log(0.5), 6);
  });
});

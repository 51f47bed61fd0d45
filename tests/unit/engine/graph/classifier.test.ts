import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createClassifier } from '../../../../src/engine/graph/classifier.ts';
import { logitsGraph } from '../../../../src/engine/graph/logits-graph.ts';
import { runGraph } from '../../../../src/engine/graph/run-graph.ts';
import { uploadWeights } from '../../../../src/engine/graph/upload-weights.ts';
import { largestDifference, wavyImages } from '../../../support/plain-tfjs.ts';
import { everyNodeGraph } from '../../../support/small-graphs.ts';
import { startWasm } from '../../../support/wasm.ts';

describe('a classifier', () => {
  beforeAll(startWasm);

  it('answers with logits where the model ends in a softmax', () => {
    const graph = everyNodeGraph();
    const classifier = createClassifier(graph);
    const x = wavyImages(3, graph.inputShape);
    const logits = classifier.logits(x);
    expect(logits.shape).toEqual([3, 4]);
    const weights = uploadWeights(graph);
    expect(largestDifference(logits, runGraph(logitsGraph(graph), weights, x))).toBeLessThan(1e-5);
    const probabilities = runGraph(graph, weights, x);
    expect(largestDifference(tf.softmax(logits), probabilities)).toBeLessThan(1e-5);
  });

  it('holds its weights and nothing else, and frees them', () => {
    const before = tf.memory().numTensors;
    const graph = everyNodeGraph();
    const x = wavyImages(3, graph.inputShape);
    const classifier = createClassifier(graph);
    expect(tf.memory().numTensors).toBe(before + 1 + classifier.weights.size);
    const first = classifier.logits(x);
    first.dispose();
    expect(tf.memory().numTensors).toBe(before + 1 + classifier.weights.size);
    classifier.dispose();
    x.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('gives each image the same logits in any batch', () => {
    const graph = everyNodeGraph();
    const classifier = createClassifier(graph);
    const x = wavyImages(4, graph.inputShape);
    const together = classifier.logits(x);
    const alone = tf.concat([0, 1, 2, 3].map((i) => classifier.logits(tf.slice(x, [i], [1]))));
    expect(largestDifference(together, alone)).toBeLessThan(1e-5);
  });
});

import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { softmaxCrossEntropy } from '../../../../src/engine/gradients/cross-entropy.ts';
import type { RunMode } from '../../../../src/engine/graph/forward-node.ts';
import { INFERENCE } from '../../../../src/engine/graph/forward-node.ts';
import type { LossAndGradient } from '../../../../src/engine/graph/graph-gradients.ts';
import { graphGradients } from '../../../../src/engine/graph/graph-gradients.ts';
import { logitsGraph } from '../../../../src/engine/graph/logits-graph.ts';
import { trainableWeights } from '../../../../src/engine/graph/node-weights.ts';
import { runGraph } from '../../../../src/engine/graph/run-graph.ts';
import { uploadWeights } from '../../../../src/engine/graph/upload-weights.ts';
import { largestDifference, wavyImages } from '../../../support/plain-tfjs.ts';
import {
  batchNorm,
  batchNormShapes,
  conv,
  everyNodeGraph,
  head,
  headShapes,
  smallGraph,
} from '../../../support/small-graphs.ts';
import { startWasm } from '../../../support/wasm.ts';

const labels = [0, 3, 1, 2, 2];
const lossOf = (output: tf.Tensor2D): LossAndGradient => softmaxCrossEntropy(output, labels);
const training: RunMode = {
  training: true,
  dropout: { seed: 5, step: 2 },
  onBatchStatistics: () => undefined,
};

/** Slope of the loss along a direction, from two runs; the loss is summed in double precision. */
function slope(run: (offset: number) => tf.Tensor2D, step: number): number {
  const lossAt = (offset: number): number => {
    const logits = run(offset);
    const rows = logits.arraySync();
    logits.dispose();
    return rows.reduce((total, row, image) => {
      const most = Math.max(...row);
      const sum = row.reduce((s, z) => s + Math.exp(z - most), 0);
      return total + Math.log(sum) + most - (row[labels[image] ?? 0] ?? 0);
    }, 0);
  };
  return (lossAt(step) - lossAt(-step)) / (2 * step);
}

function direction(shape: readonly number[], key: number): tf.Tensor {
  const size = shape.reduce((product, side) => product * side, 1);
  return tf.tensor(
    Float32Array.from({ length: size }, (_, index) => Math.sin(key + 1.9 * index)),
    [...shape],
  );
}

describe('gradients of a graph with every kind of node', () => {
  beforeAll(startWasm);

  for (const [name, mode] of [
    ['inference', INFERENCE],
    ['training', training],
  ] as const) {
    it(`agree with finite differences in ${name}`, () => {
      const graph = logitsGraph(everyNodeGraph());
      const weights = uploadWeights(graph);
      const x = wavyImages(5, graph.inputShape);
      const wanted = new Set(trainableWeights(graph.nodes));
      const found = graphGradients(
        graph,
        weights,
        x,
        lossOf,
        { input: true, weights: wanted },
        mode,
      );
      const check = (gradient: tf.Tensor, run: (d: tf.Tensor, h: number) => tf.Tensor2D): void => {
        for (const key of [1, 2, 3]) {
          const d = direction(gradient.shape, key);
          const expected = slope((h) => tf.tidy(() => run(d, h)), 2e-4);
          const actual = tf.sum(tf.mul(gradient, d)).dataSync()[0] ?? NaN;
          expect(Math.abs(actual - expected)).toBeLessThan(
            0.02 * Math.max(0.5, Math.abs(expected)),
          );
        }
      };
      expect([...found.weights.keys()].toSorted()).toEqual([...wanted].toSorted());
      for (const [weight, gradient] of found.weights) {
        check(gradient, (d, h) => {
          const value = weights.get(weight) ?? tf.scalar(NaN);
          const moved = new Map(weights).set(weight, tf.add(value, tf.mul(d, h)));
          return runGraph(graph, moved, x, mode);
        });
      }
      expect(found.input).not.toBeNull();
      if (found.input !== null) {
        check(found.input, (d, h) => {
          const moved: tf.Tensor4D = tf.add(x, tf.mul(d, h));
          return runGraph(graph, weights, moved, mode);
        });
      }
    });
  }

  it('leave nothing behind but what they return', () => {
    const graph = logitsGraph(everyNodeGraph());
    const weights = uploadWeights(graph);
    const x = wavyImages(5, graph.inputShape);
    const before = tf.memory().numTensors;
    const found = graphGradients(
      graph,
      weights,
      x,
      lossOf,
      { input: true, weights: new Set(['c1/f', 'l/b']) },
      training,
    );
    expect([...found.weights.keys()].toSorted()).toEqual(['c1/f', 'l/b']);
    found.input?.dispose();
    tf.dispose([found.loss, found.output, ...found.weights.values()]);
    expect(tf.memory().numTensors).toBe(before);
    runGraph(graph, weights, x, training).dispose();
    runGraph(graph, weights, x).dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('give the loss, the answer and no gradient that was not wanted', () => {
    const graph = logitsGraph(everyNodeGraph());
    const weights = uploadWeights(graph);
    const x = wavyImages(5, graph.inputShape);
    const wanted = { input: false, weights: new Set<string>() };
    const found = graphGradients(graph, weights, x, lossOf, wanted);
    expect(found.input).toBeNull();
    expect(found.weights.size).toBe(0);
    expect(largestDifference(found.output, runGraph(graph, weights, x))).toBe(0);
  });

  it('pass through a final softmax', () => {
    const graph = everyNodeGraph();
    const weights = uploadWeights(graph);
    const x = wavyImages(5, graph.inputShape);
    // Of probabilities the loss is −Σ log p, so through the softmax it is cross-entropy of logits.
    const logLoss = (p: tf.Tensor2D): LossAndGradient => {
      const chosen = tf.oneHot(tf.tensor1d(labels, 'int32'), 4);
      const loss: tf.Scalar = tf.neg(tf.sum(tf.mul(chosen, tf.log(p))));
      const gradient: tf.Tensor2D = tf.neg(tf.div(chosen, p));
      return { loss, gradient };
    };
    const wanted = { input: false, weights: new Set(['l/b']) };
    const through = graphGradients(graph, weights, x, logLoss, wanted).weights.get('l/b');
    const direct = graphGradients(logitsGraph(graph), weights, x, lossOf, wanted).weights.get(
      'l/b',
    );
    expect(largestDifference(through ?? x, direct ?? x)).toBeLessThan(1e-5);
  });
});

describe('batch norm in training', () => {
  beforeAll(startWasm);

  it('reports running statistics mixed with those of the batch', () => {
    const graph = smallGraph(
      [{ ...conv, name: 'c', input: 'input', filter: 'f' }, batchNorm('bn', 'c'), ...head('bn')],
      { f: [3, 3, 3, 4], ...batchNormShapes('bn', 4), ...headShapes(4) },
    );
    const weights = uploadWeights(graph);
    const x = wavyImages(5, graph.inputShape);
    const reported: number[][] = [];
    runGraph(graph, weights, x, {
      training: true,
      dropout: { seed: 1, step: 1 },
      onBatchStatistics: (node, mean, variance) => {
        expect(node.name).toBe('bn');
        reported.push([...mean.dataSync()], [...variance.dataSync()]);
      },
    });
    const before = runGraph({ ...graph, nodes: graph.nodes.slice(0, 2), output: 'c' }, weights, x);
    const values = before.dataSync();
    const count = values.length / 4;
    for (let channel = 0; channel < 4; channel += 1) {
      const own = [...values].filter((_, index) => index % 4 === channel);
      const mean = own.reduce((sum, value) => sum + value, 0) / count;
      const variance = own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
      const old = (name: string): number => graph.weights.get(name)?.values[channel] ?? NaN;
      expect(reported[0]?.[channel]).toBeCloseTo(0.9 * old('bn/mean') + 0.1 * mean, 5);
      expect(reported[1]?.[channel]).toBeCloseTo(0.9 * old('bn/variance') + 0.1 * variance, 5);
    }
  });
});

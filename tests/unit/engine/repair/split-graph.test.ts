import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { createClassifier } from '../../../../src/engine/graph/classifier.ts';
import type { Graph } from '../../../../src/engine/graph/graph.ts';
import { trainableWeights } from '../../../../src/engine/graph/node-weights.ts';
import { runGraph } from '../../../../src/engine/graph/run-graph.ts';
import { uploadWeights } from '../../../../src/engine/graph/upload-weights.ts';
import { initialise } from '../../../../src/engine/models/initialise.ts';
import { miniIds, miniNetworks } from '../../../../src/engine/models/mini-networks.ts';
import { findHead, freshHead, restrictClasses } from '../../../../src/engine/repair/head.ts';
import { splitGraph } from '../../../../src/engine/repair/split-graph.ts';
import { LabError } from '../../../../src/protocol/lab-error.ts';
import {
  batchNorm,
  batchNormShapes,
  conv,
  head,
  headShapes,
  smallGraph,
} from '../../../support/small-graphs.ts';
import { largestDifference, wavyImages } from '../../../support/plain-tfjs.ts';
import { stirWeights } from '../../../support/stirred-weights.ts';
import { startWasm } from '../../../support/wasm.ts';

beforeAll(startWasm);

const network = (id: (typeof miniIds)[number]): Graph =>
  stirWeights(initialise(miniNetworks[id](), 3));

function logitsOf(graph: Graph, images: tf.Tensor4D): tf.Tensor2D {
  const classifier = createClassifier(graph);
  const logits = classifier.logits(images);
  classifier.dispose();
  return logits;
}

describe.each(miniIds)('%s', (id) => {
  test.each(['last', 'block'] as const)('answers the same in two parts, with %s free', (layers) => {
    const graph = network(id);
    const { trunk, tail } = splitGraph(graph, layers);
    if (trunk === null) throw new Error('nothing was kept apart');
    const images = wavyImages(2, graph.inputShape);
    const features = tf.reshape<tf.Rank.R4>(logitsOf(trunk, images), [2, ...tail.inputShape]);
    const found = runGraph(tail, uploadWeights(tail), features);
    expect(largestDifference(found, logitsOf(graph, images))).toBeLessThan(1e-4);
  });

  test('frees more weights with a block than with the last layer, and all with all', () => {
    const graph = network(id);
    const last = findHead(graph);
    const free = (layers: 'last' | 'block' | 'all') => splitGraph(graph, layers).free;
    expect(free('last')).toEqual(new Set([last.kernel, last.bias]));
    expect(free('block').size).toBeGreaterThan(free('last').size);
    expect(free('all').size).toBeGreaterThan(free('block').size);
    expect(free('all')).toEqual(new Set(trainableWeights(graph.nodes)));
    for (const name of free('last')) expect(free('block').has(name)).toBe(true);
  });

  test('answers with some of its classes as the whole does', () => {
    const graph = network(id);
    const images = wavyImages(2, graph.inputShape);
    const whole = logitsOf(graph, images);
    const some = logitsOf(restrictClasses(graph, [7, 2, 11]), images);
    expect(largestDifference(some, tf.gather(whole, [7, 2, 11], 1))).toBeLessThan(1e-6);
  });

  test('gets a new last layer by the seed', () => {
    const graph = network(id);
    const { kernel } = findHead(graph);
    const once = freshHead(graph, 5).weights;
    expect(once.get(kernel)).not.toEqual(graph.weights.get(kernel));
    expect(freshHead(graph, 5).weights).toEqual(once);
    expect(freshHead(graph, 6).weights).not.toEqual(once);
    for (const [name, weight] of graph.weights) {
      if (name !== kernel && name !== findHead(graph).bias) expect(once.get(name)).toBe(weight);
    }
  });
});

test('the last block of a residual network is its last residual unit', () => {
  const names = [...splitGraph(network('resnet'), 'block').free];
  expect(names.every((name) => name.startsWith('stage3_block1') || name.startsWith('logits'))).toBe(
    true,
  );
  expect(names).toContain('stage3_block1_shortcut/kernel');
});

test('the last layer is linear in every family but SqueezeNet', () => {
  expect(miniIds.filter((id) => !findHead(network(id)).linear)).toEqual(['squeezenet']);
});

test('classes that the model does not have are refused', () => {
  const graph = network('alexnet');
  expect(() => restrictClasses(graph, [0, 12])).toThrow('repair.classes: 12: the model has 12');
  expect(() => restrictClasses(graph, [3, 3])).toThrow('repair.classes: 3: it is named twice');
});

test('a model whose answer is a sum has no last layer to free', () => {
  const layer = { ...conv, input: 'input', filter: 'f' };
  const graph = smallGraph(
    [
      { ...layer, name: 'a' },
      { ...layer, name: 'b' },
      { op: 'add', name: 'sum', inputs: ['a', 'b'], activation: 'linear' },
      { op: 'globalAveragePool', name: 'mean', input: 'sum' },
    ],
    { f: [3, 3, 3, 4] },
  );
  expect(() => findHead(graph)).toThrow(LabError);
  expect(() => findHead(graph)).toThrow('"sum" is none');
});

test('keeps what scales the classes after the last layer beside them', () => {
  const graph = smallGraph(
    [
      { ...conv, name: 'c', input: 'input', filter: 'f' },
      ...head('c'),
      batchNorm('bn', 'logits'),
      { op: 'affine', name: 'scaled', input: 'bn', scale: 's', shift: 't', activation: 'linear' },
      { op: 'logSoftmax', name: 'answer', input: 'scaled' },
    ],
    { f: [3, 3, 3, 6], ...headShapes(6), ...batchNormShapes('bn', 4), s: [4], t: [4] },
  );
  expect(findHead(graph)).toMatchObject({ kernel: 'logits/kernel', linear: false });
  const images = wavyImages(2, graph.inputShape);
  const whole = logitsOf(graph, images);
  const some = logitsOf(restrictClasses(graph, [3, 1]), images);
  expect(largestDifference(some, tf.gather(whole, [3, 1], 1))).toBeLessThan(1e-6);
});

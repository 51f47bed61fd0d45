import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { readGraph } from '../../../../../src/engine/formats/read-graph.ts';
import { createClassifier } from '../../../../../src/engine/graph/classifier.ts';
import type { Graph } from '../../../../../src/engine/graph/graph.ts';
import { graphGradients } from '../../../../../src/engine/graph/graph-gradients.ts';
import { softmaxCrossEntropy } from '../../../../../src/engine/gradients/cross-entropy.ts';
import {
  bool,
  float,
  GraphDef,
  int,
  ints,
  loadPlainGraph,
  texts,
  window,
} from '../../../../support/graph-def.ts';
import { mobileNet } from '../../../../support/graph-defs.ts';
import { largestDifference, spreadOfImages, wavyImages } from '../../../../support/plain-tfjs.ts';
import type { Files } from '../../../../support/saved-layers.ts';
import { startCpu } from '../../../../support/cpu.ts';

const POOL = { ksize: ints(1, 3, 3, 1) };

/** Ends a graph over 8×8 images with the mean of each channel and a dense layer of four classes. */
function finish(g: GraphDef, x: string, channels: number): Files {
  const pooled = g.op('Mean', 'mean', [x, g.integers('mean/axes', [2], [-3, -2])], {
    keep_dims: bool(false),
  });
  const kernel = g.wave('logits/kernel', [channels, 4]);
  const product = g.op('MatMul', 'logits/MatMul', [pooled, kernel]);
  g.op('BiasAdd', 'logits/BiasAdd', [product, g.wave('logits/bias', [4])]);
  return g.files();
}

const start = (g: GraphDef): string => g.placeholder('x', [-1, 8, 8, 3]);

function plainBlocks(): Files {
  const g = new GraphDef();
  const first = g.op(
    'Conv2D',
    'c1',
    [start(g), g.wave('c1/w', [3, 3, 3, 4])],
    window(1, 'EXPLICIT', { explicit_paddings: ints(0, 0, 1, 0, 2, 1, 0, 0) }),
  );
  const norm = g.op('FusedBatchNormV3', 'bn', [first, ...g.statistics('bn', 4)], {
    epsilon: float(0.01),
    is_training: bool(false),
  });
  const active = g.op('LeakyRelu', 'leaky', [norm], { alpha: float(0.1) });
  const pooled = g.op('MaxPool', 'max', [active], window(2, 'SAME', POOL));
  const padding = g.integers('pad/sides', [4, 2], [0, 0, 1, 1, 0, 2, 0, 0]);
  const padded = g.op('Pad', 'pad', [pooled, padding]);
  const depthwise = g.op(
    'DepthwiseConv2dNative',
    'dw',
    [padded, g.wave('dw/w', [3, 3, 4, 2])],
    window(1, 'VALID'),
  );
  const biased = g.op('BiasAdd', 'dw/bias', [depthwise, g.wave('dw/b', [8])]);
  const elu = g.op('Elu', 'elu', [biased]);
  const narrow = g.op('Conv2D', 'c2', [elu, g.wave('c2/w', [1, 1, 8, 8])], window(1, 'SAME'));
  const sum = g.op('AddV2', 'sum', [narrow, elu]);
  const minus = g.op('Sub', 'minus', [sum, biased]);
  const joined = g.op('ConcatV2', 'joined', [minus, sum, g.integers('axis', [], [3])]);
  const average = g.op('AvgPool', 'average', [joined], window(2, 'SAME', POOL));
  return finish(g, average, 16);
}

function arithmetic(): Files {
  const g = new GraphDef();
  const shifted = g.op('Sub', 'shift', [start(g), g.floats('centre', [3], [0.1, 0.2, 0.3])]);
  const scaled = g.op('RealDiv', 'scale', [shifted, g.floats('spread', [1, 1, 3], [0.5, 2, 4])]);
  const conv = g.op('Conv2D', 'c1', [scaled, g.wave('c1/w', [3, 3, 3, 4])], window(1, 'SAME'));
  const stretched = g.op('Mul', 'stretch', [conv, g.wave('stretch/c', [4], 1)]);
  const moved = g.op('AddV2', 'move', [g.wave('move/c', [4]), stretched]);
  const parts = [
    g.op('Sigmoid', 'sigmoid', [moved]),
    g.op('Tanh', 'tanh', [moved]),
    g.op('Softplus', 'softplus', [moved]),
    g.op('Relu', 'relu', [moved]),
    g.op('Relu6', 'relu6', [g.op('Mul', 'ten', [moved, g.floats('ten/c', [], [10])])]),
    g.op('Maximum', 'most', [moved, g.floats('most/c', [], [-0.1])]),
    g.op('Minimum', 'least', [moved, g.floats('least/c', [], [0.1])]),
    g.op('Sub', 'turned', [g.floats('one', [], [1]), moved]),
  ];
  const root = g.op('Rsqrt', 'root', [g.wave('root/c', [4], 2)]);
  parts.push(g.op('Mul', 'rooted', [moved, g.op('Mul', 'twice', [root, root])]));
  const sum = g.op('AddN', 'sum', [parts[0] ?? '', parts[1] ?? '', parts[2] ?? '']);
  const all = [...parts, sum, g.integers('axis', [], [-1])];
  const joined = g.op('ConcatV2', 'joined', all, { N: int(all.length - 1) });
  g.op('Split', 'halves', [g.integers('split/axis', [], [3]), joined], { num_split: int(2) });
  const both = g.op('Mul', 'both', ['halves', 'halves:1']);
  return finish(g, both, 20);
}

/** A dense head on a map that is flattened by a computed shape, with fused products. */
function computedShapes(): Files {
  const g = new GraphDef();
  const conv = g.op('Conv2D', 'c1', [start(g), g.wave('c1/w', [3, 3, 3, 4])], window(2, 'SAME'));
  const shape = g.op('Shape', 'shape', [conv], { out_type: { type: 'DT_INT32' } });
  const at = (name: string, begin: number, end: number, shrink: number): string =>
    g.op(
      'StridedSlice',
      name,
      [
        shape,
        g.integers(`${name}/begin`, [1], [begin]),
        g.integers(`${name}/end`, [1], [end]),
        g.integers(`${name}/stride`, [1], [1]),
      ],
      { shrink_axis_mask: int(shrink), begin_mask: int(0), end_mask: int(0) },
    );
  const sides = g.op('Prod', 'sides', [at('rest', 1, 4, 0), g.integers('prod/axis', [1], [0])], {
    keep_dims: bool(false),
  });
  const target = g.op('Pack', 'target', [at('batch', 0, 1, 1), sides], { axis: int(0) });
  const flat = g.op('Reshape', 'flat', [conv, target]);
  const hidden = g.op(
    '_FusedMatMul',
    'hidden',
    [flat, g.wave('hidden/w', [6, 64]), g.wave('hidden/b', [6])],
    { transpose_b: bool(true), fused_ops: texts('BiasAdd', 'Relu'), num_args: int(1) },
  );
  const wide = g.op('ExpandDims', 'wide', [hidden, g.integers('wide/axis', [], [1])]);
  const wider = g.op('ExpandDims', 'wider', [wide, g.integers('wider/axis', [], [1])]);
  const point = g.op(
    'Conv2D',
    'point',
    [wider, g.wave('point/w', [1, 1, 6, 4])],
    window(1, 'SAME'),
  );
  g.op('Squeeze', 'logits', [point], { squeeze_dims: ints(1, 2) });
  return g.files(['logits']);
}

/** Squeeze and excitation with hard sigmoid and hard swish, as MobileNet v3 has them. */
function hardSwish(): Files {
  const g = new GraphDef();
  const hardSigmoid = (name: string, x: string): string => {
    const moved = g.op('AddV2', `${name}/add`, [x, g.floats(`${name}/three`, [], [3])]);
    const cut = g.op('Relu6', `${name}/relu6`, [moved]);
    return g.op('Mul', `${name}/mul`, [cut, g.floats(`${name}/sixth`, [], [1 / 6])]);
  };
  const first = g.op('Conv2D', 'c1', [start(g), g.wave('c1/w', [3, 3, 3, 4])], window(2, 'SAME'));
  const moved = g.op('BiasAdd', 'c1/bias', [first, g.wave('c1/b', [4])]);
  const swish = g.op('Mul', 'swish', [moved, hardSigmoid('swish/gate', moved)]);
  const axes = g.integers('se/axes', [2], [1, 2]);
  const mean = g.op('Mean', 'se/mean', [swish, axes], { keep_dims: bool(true) });
  const narrow = g.op('Conv2D', 'se/c1', [mean, g.wave('se/w1', [1, 1, 4, 2])], window(1, 'SAME'));
  const relu = g.op('Relu', 'se/relu', [narrow]);
  const wide = g.op('Conv2D', 'se/c2', [relu, g.wave('se/w2', [1, 1, 2, 4])], window(1, 'SAME'));
  const excited = g.op('Mul', 'se/mul', [hardSigmoid('se/gate', wide), swish]);
  const silu = g.op('Mul', 'silu', [excited, g.op('Sigmoid', 'silu/gate', [excited])]);
  return finish(g, silu, 4);
}

/** A convolution of dilation 2 as older converters write it. */
function dilatedByBlocks(): Files {
  const g = new GraphDef();
  const first = g.op('Conv2D', 'c1', [start(g), g.wave('c1/w', [1, 1, 3, 4])], window(1, 'SAME'));
  const block = g.integers('block', [2], [2, 2]);
  const pads = g.integers('pads', [2, 2], [2, 2, 2, 4]);
  const dealt = g.op('SpaceToBatchND', 'dealt', [first, block, pads]);
  const conv = g.op('Conv2D', 'c2', [dealt, g.wave('c2/w', [3, 3, 4, 5])], window(1, 'VALID'));
  const crops = g.integers('crops', [2, 2], [0, 0, 0, 2]);
  const whole = g.op('BatchToSpaceND', 'whole', [conv, block, crops]);
  const biased = g.op('BiasAdd', 'c2/bias', [whole, g.wave('c2/b', [5])]);
  return finish(g, g.op('Relu', 'relu', [biased]), 5);
}

function fusedLeaky(): Files {
  const g = new GraphDef();
  const conv = g.op(
    '_FusedConv2D',
    'c1',
    [start(g), g.wave('c1/w', [3, 3, 3, 4]), g.wave('c1/b', [4])],
    window(1, 'SAME', {
      fused_ops: texts('BiasAdd', 'LeakyRelu'),
      num_args: int(1),
      leakyrelu_alpha: float(0.3),
      dilations: ints(1, 2, 2, 1),
    }),
  );
  return finish(g, g.op('Identity', 'same', [conv]), 4);
}

const models: Readonly<Record<string, Files>> = {
  'MobileNet v1 with fused operations': mobileNet([16, 16]),
  'plain operations, batch norm and branches': plainBlocks(),
  'constants and activations of every kind': arithmetic(),
  'shapes that are computed': computedShapes(),
  'hard swish, SiLU and squeeze and excitation': hardSwish(),
  'a dilated convolution in blocks': dilatedByBlocks(),
  'a fused leaky ReLU and a dilation': fusedLeaky(),
};

function read(files: Files, size?: readonly [number, number]): Graph {
  return readGraph({ format: 'tfjs', ...files }, { size });
}

/** Three pictures of different contrast and brightness. */
function images(graph: Graph): tf.Tensor4D {
  const x = wavyImages(3, graph.inputShape);
  const contrast = tf.tensor4d([0.3, 1, 0.6], [3, 1, 1, 1]);
  const brightness = tf.tensor4d([0.5, 0, -0.4], [3, 1, 1, 1]);
  return tf.add(tf.mul(x, contrast), brightness);
}

describe('a graph model', () => {
  // Fused products of transposed matrices are wrong on WASM in the reference.
  beforeAll(startCpu);

  it.each(Object.entries(models))('gives the answer of the executor: %s', async (_, files) => {
    const graph = read(files);
    const x = images(graph);
    const plain = (await loadPlainGraph(files)).predict(x) as tf.Tensor;
    const logits = createClassifier(graph).logits(x);
    const ends = graph.nodes.find(({ name }) => name === graph.output);
    const own = ends?.op === 'softmax' ? tf.softmax(logits) : logits;
    expect(largestDifference(own, plain) / spreadOfImages(plain)).toBeLessThan(1e-3);
  });

  it('has the gradients of the executor', async () => {
    const files = mobileNet([16, 16]);
    const { graph, weights } = createClassifier(read(files));
    const x = images(graph);
    const plain = await loadPlainGraph(files);
    // −log of the probability of class 2, summed over the images.
    const expected = tf.grad((input) => {
      const probabilities = plain.predict(input) as tf.Tensor2D;
      return tf.neg(tf.sum(tf.log(tf.slice(probabilities, [0, 2], [3, 1]))));
    })(x);
    const lossOf = (logits: tf.Tensor2D) => softmaxCrossEntropy(logits, [2, 2, 2]);
    const { input } = graphGradients(graph, weights, x, lossOf, {
      input: true,
      weights: new Set(),
    });
    const largest = tf.max(tf.abs(expected)).dataSync()[0] ?? 0;
    expect(largest).toBeGreaterThan(1e-3);
    expect(largestDifference(input ?? x, expected) / largest).toBeLessThan(1e-3);
  });

  it('has one layer for each convolution once biases and activations are fused', () => {
    const { graph } = createClassifier(read(mobileNet([16, 16])));
    const block = ' depthwiseConv2d conv2d';
    expect(graph.nodes.map(({ op }) => op).join(' ')).toBe(
      `input affine conv2d${block}${block} globalAveragePool conv2d flatten`,
    );
  });

  it('has the activations that were written as several operations', () => {
    const { nodes } = createClassifier(read(hardSwish())).graph;
    const kinds = nodes.flatMap((node) => (node.op === 'activation' ? [node.activation] : []));
    expect(kinds).toEqual(['hardSwish', 'hardSigmoid', 'silu']);
  });

  it('of open size takes the size of the preprocessing, and asks for it where there is none', async () => {
    const files = mobileNet([-1, -1]);
    const graph = read(files, [16, 24]);
    expect(graph.inputShape).toEqual([16, 24, 3]);
    const x = images(graph);
    const plain = (await loadPlainGraph(files)).predict(x) as tf.Tensor;
    const own = tf.softmax(createClassifier(graph).logits(x));
    expect(largestDifference(own, plain) / spreadOfImages(plain)).toBeLessThan(1e-3);
    expect(() => read(files)).toThrow(/"images" has no fixed size; say it in preprocess\.size/);
  });
});

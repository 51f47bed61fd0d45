import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { float16Bits } from '../../../../../src/engine/formats/float16.ts';
import { graphFromOnnx } from '../../../../../src/engine/formats/onnx/graph-from-onnx.ts';
import type { Graph } from '../../../../../src/engine/graph/graph.ts';
import { runGraph } from '../../../../../src/engine/graph/run-graph.ts';
import { uploadWeights } from '../../../../../src/engine/graph/upload-weights.ts';
import { goldenValues } from '../../../../support/golden-gradients.ts';
import { node, seeded } from '../../../../support/onnx/cases/case.ts';
import type { Model, Tensor } from '../../../../support/onnx/encode.ts';
import { encodeModel, int64s } from '../../../../support/onnx/encode.ts';
import { startWasm } from '../../../../support/wasm.ts';

/** Eighths, which even 16-bit floats hold exactly. */
const eighths = (value: number): number => Math.round(8 * value) / 8;
const kernel = seeded([60, 4], 5, eighths);
const nodes = [node('Flatten', 'x', 'flat'), node('MatMul', 'flat k', 'y')];
const model: Model = { nodes, weights: { k: kernel } };

function answer(graph: Graph): number[] {
  return tf.tidy(() => {
    const x = tf.tensor4d(goldenValues(60, 6), [1, 4, 5, 3]);
    return Array.from(runGraph(graph, uploadWeights(graph), x).dataSync());
  });
}

function bytesOf(write: (view: DataView, at: number, value: number) => void, width: number) {
  const bytes = new Uint8Array(kernel.values.length * width);
  const view = new DataView(bytes.buffer);
  kernel.values.forEach((value, index) => write(view, index * width, value));
  return bytes;
}

const float16 = bytesOf((view, at, value) => view.setUint16(at, float16Bits(value), true), 2);
const double = bytesOf((view, at, value) => view.setFloat64(at, value, true), 8);
const bfloat16 = bytesOf((view, at, value) => {
  const word = new DataView(new ArrayBuffer(4));
  word.setFloat32(0, value);
  view.setUint16(at, word.getUint16(0), true);
}, 2);

describe('an ONNX file', () => {
  beforeAll(startWasm);

  it.each<[string, Partial<Tensor>]>([
    ['as packed numbers', { storage: 'packed' }],
    ['as single numbers', { storage: 'typed' }],
    ['in half precision', { type: 10, raw: float16 }],
    ['in double precision', { type: 11, raw: double }],
    ['as the upper halves of floats', { type: 16, raw: bfloat16 }],
  ])('may hold its weights %s', (_, storage) => {
    const stored = encodeModel({ ...model, weights: { k: { ...kernel, ...storage } } });
    expect(answer(graphFromOnnx(stored))).toEqual(answer(graphFromOnnx(encodeModel(model))));
  });

  it('may hold its weights in nodes, in part computed from others', () => {
    const written = encodeModel({
      nodes: [
        { ...node('Constant', '-', 'raw', { value: kernel }), inputs: [] },
        { ...node('Constant', '-', 'two', { value_float: { float: 2 } }), inputs: [] },
        node('Mul', 'raw two', 'double'),
        node('Div', 'double two', 'k'),
        ...nodes,
      ],
    });
    expect(answer(graphFromOnnx(written))).toEqual(answer(graphFromOnnx(encodeModel(model))));
  });

  it('may list its weights among its inputs, as files of long ago do', () => {
    const inputs = [
      { name: 'x', shape: [1, 3, 4, 5] },
      { name: 'k', shape: [60, 4] },
    ];
    expect(graphFromOnnx(encodeModel({ ...model, inputs })).inputShape).toEqual([4, 5, 3]);
  });

  it('may keep its channels last and turn them itself', () => {
    const inputs = [{ name: 'pictures', shape: ['n', 4, 5, 3] }];
    const turned = encodeModel({
      ...model,
      inputs,
      nodes: [node('Transpose', 'pictures', 'x', { perm: [0, 3, 1, 2] }), ...nodes],
    });
    expect(answer(graphFromOnnx(turned))).toEqual(answer(graphFromOnnx(encodeModel(model))));
  });

  it('may leave the size of its images open, if it is then said', () => {
    const open = encodeModel({ ...model, inputs: [{ name: 'x', shape: ['n', 3, 'h', 'w'] }] });
    const graph = graphFromOnnx(open, [4, 5]);
    expect(answer(graph)).toEqual(answer(graphFromOnnx(encodeModel(model))));
  });

  it('may fix the number of images in a batch', () => {
    const inputs = [{ name: 'x', shape: [8, 3, 4, 5] }];
    const fixed = encodeModel({
      ...model,
      inputs,
      nodes: [node('Reshape', 'x sizes', 'flat'), node('MatMul', 'flat k', 'y')],
      weights: { k: kernel, sizes: int64s(8, 60) },
    });
    expect(answer(graphFromOnnx(fixed))).toEqual(answer(graphFromOnnx(encodeModel(model))));
  });

  it('may also give the mask of a dropout', () => {
    const outputs = [
      { name: 'y', shape: ['n', 4] },
      { name: 'mask', shape: ['n', 60] },
    ];
    const masked = encodeModel({
      ...model,
      outputs,
      nodes: [
        node('Flatten', 'x', 'all'),
        node('Dropout', 'all', 'flat mask', { ratio: { float: 0.5 } }),
        node('MatMul', 'flat k', 'y'),
      ],
    });
    expect(answer(graphFromOnnx(masked))).toEqual(answer(graphFromOnnx(encodeModel(model))));
  });

  it('becomes the plain layers that it stands for', () => {
    const graph = graphFromOnnx(
      encodeModel({
        nodes: [
          node('Conv', 'x w', 'a'),
          node('BatchNormalization', 'a one one one one', 'b'),
          node('Relu', 'b', 'c'),
          node('GlobalAveragePool', 'c', 'd'),
          node('Flatten', 'd', 'e'),
          node('MatMul', 'e k', 'f'),
          node('Add', 'f bias', 'g'),
          node('Softmax', 'g', 'y'),
        ],
        weights: {
          w: seeded([4, 3, 3, 3], 7),
          one: { shape: [4], values: [1, 1, 1, 1] },
          k: seeded([4, 6], 8),
          bias: seeded([6], 9),
        },
      }),
    );
    expect(graph.nodes.map(({ op }) => op)).toEqual([
      'input',
      'conv2d',
      'batchNorm',
      'activation',
      'globalAveragePool',
      'dense',
      'softmax',
    ]);
    expect(graph.nodes.at(-2)).toMatchObject({
      kernel: 'MatMul of f/kernel',
      bias: 'MatMul of f/bias',
    });
  });
});

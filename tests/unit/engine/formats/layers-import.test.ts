import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { graphFromLayersModel } from '../../../../src/engine/formats/layers-import.ts';
import { createClassifier } from '../../../../src/engine/graph/classifier.ts';
import { largestDifference, wavyImages } from '../../../support/plain-tfjs.ts';
import { startWasm } from '../../../support/wasm.ts';
import {
  classes,
  inputShape,
  saved,
  setWeights,
  smallStack,
  stack,
} from '../../../support/saved-layers.ts';

describe('a model that tfjs saved', () => {
  beforeAll(startWasm);

  const networks: Record<string, () => tfl.LayersModel> = {
    'a stack that ends in a softmax': smallStack,
    'depthwise and separable convolutions, strides and dilation': () =>
      stack(
        tfl.layers.conv2d({
          inputShape,
          filters: 4,
          kernelSize: [3, 2],
          strides: [2, 1],
          padding: 'same',
        }),
        tfl.layers.batchNormalization({ scale: false }),
        tfl.layers.reLU({ maxValue: 6 }),
        tfl.layers.depthwiseConv2d({
          kernelSize: 3,
          depthMultiplier: 2,
          padding: 'same',
          useBias: false,
        }),
        tfl.layers.separableConv2d({
          filters: 5,
          kernelSize: 3,
          padding: 'same',
          activation: 'relu',
        }),
        tfl.layers.conv2d({ filters: 4, kernelSize: 2, dilationRate: 2, padding: 'same' }),
        tfl.layers.activation({ activation: 'relu6' }),
        tfl.layers.globalMaxPooling2d({}),
        classes({ units: 3 }),
        tfl.layers.softmax(),
      ),
    'padding, pooling, dropout and rescaling': () =>
      stack(
        tfl.layers.rescaling({ inputShape, scale: 0.5, offset: -0.25 }),
        tfl.layers.zeroPadding2d({
          padding: [
            [1, 0],
            [2, 1],
          ],
        }),
        tfl.layers.conv2d({ filters: 4, kernelSize: 3, activation: 'relu' }),
        tfl.layers.averagePooling2d({ poolSize: 3, strides: 2, padding: 'same' }),
        tfl.layers.maxPooling2d({ poolSize: 2 }),
        tfl.layers.dropout({ rate: 0.5 }),
        tfl.layers.flatten(),
        classes({ units: 3, useBias: false }),
      ),
    'branches that are added and joined': () => {
      const input = tfl.input({ shape: inputShape });
      const left = tfl.layers.conv2d({ filters: 4, kernelSize: 3, padding: 'same' }).apply(input);
      const right = tfl.layers
        .conv2d({ filters: 4, kernelSize: 1 })
        .apply(input) as tfl.SymbolicTensor;
      const sum = tfl.layers.add().apply([left as tfl.SymbolicTensor, right]) as tfl.SymbolicTensor;
      const both = tfl.layers.concatenate().apply([sum, right]);
      const pooled = tfl.layers.globalAveragePooling2d({}).apply(both);
      const output = classes({ units: 5 }).apply(pooled) as tfl.SymbolicTensor;
      const model = tfl.model({ inputs: input, outputs: output });
      setWeights(model);
      return model;
    },
    'the end of MobileNet, which makes an image of one cell': () =>
      stack(
        tfl.layers.conv2d({ inputShape, filters: 4, kernelSize: 3 }),
        tfl.layers.globalAveragePooling2d({}),
        tfl.layers.reshape({ targetShape: [1, 1, 4] }),
        tfl.layers.conv2d({ filters: 6, kernelSize: 1 }),
        tfl.layers.reshape({ targetShape: [6] }),
        tfl.layers.activation({ activation: 'softmax' }),
      ),
  };

  for (const [name, build] of Object.entries(networks)) {
    it(`gives the same answer: ${name}`, async () => {
      const model = build();
      const { topology, weights } = await saved(model);
      const classifier = createClassifier(graphFromLayersModel(topology, weights));
      const x = wavyImages(3, [8, 8, 3]);
      const expected = model.predict(x) as tf.Tensor;
      const softmax = Math.abs((tf.sum(expected).dataSync()[0] ?? 0) - 3) < 1e-4;
      const logits = classifier.logits(x);
      expect(largestDifference(softmax ? tf.softmax(logits) : logits, expected)).toBeLessThan(1e-5);
    });
  }

  it('is read from what newer versions write: batch_shape, Functional and Keras 3 calls', async () => {
    const files = await saved(smallStack());
    const manifest = (JSON.parse(files.topology) as { weightsManifest: unknown }).weightsManifest;
    const tensor = (from: string) => ({
      class_name: '__keras_tensor__',
      config: { shape: [null, 8, 8, 3], dtype: 'float32', keras_history: [from, 0, 0] },
    });
    const call = (from: string) => [{ args: [tensor(from)], kwargs: {} }];
    const modern = {
      format: 'layers-model',
      modelTopology: {
        class_name: 'Functional',
        config: {
          name: 'modern',
          layers: [
            // The order of computation differs from that of the list.
            {
              class_name: 'Flatten',
              name: 'flat',
              config: { name: 'flat' },
              inbound_nodes: call('first'),
            },
            {
              class_name: 'InputLayer',
              name: 'in',
              config: { batch_shape: [null, 8, 8, 3], name: 'in' },
              inbound_nodes: [],
            },
            {
              class_name: 'Conv2D',
              name: 'first',
              config: { name: 'first', kernel_size: [3, 3], filters: 4, activation: 'relu' },
              inbound_nodes: call('in'),
            },
            {
              class_name: 'Dense',
              name: 'last',
              config: { name: 'last', units: 3, activation: 'softmax' },
              inbound_nodes: call('flat'),
            },
          ],
          input_layers: ['in', 0, 0],
          output_layers: ['last', 0, 0],
        },
      },
      weightsManifest: manifest,
    };
    const x = wavyImages(2, [8, 8, 3]);
    const old = createClassifier(graphFromLayersModel(files.topology, files.weights)).logits(x);
    const now = createClassifier(
      graphFromLayersModel(JSON.stringify(modern), files.weights),
    ).logits(x);
    expect(largestDifference(old, now)).toBe(0);
  });

  it('is read from bytes that stand for numbers on a scale', () => {
    const layer = (class_name: string, config: object) => ({ class_name, config });
    const scale = { min: -1, scale: 0.5, original_dtype: 'float32' };
    const topology = JSON.stringify({
      modelTopology: {
        class_name: 'Sequential',
        config: {
          layers: [
            layer('Flatten', { name: 'flat', batch_input_shape: [null, 1, 1, 3] }),
            layer('Dense', { name: 'd', units: 2, use_bias: true }),
          ],
        },
      },
      weightsManifest: [
        {
          paths: ['w'],
          weights: [
            {
              name: 'd/kernel',
              shape: [3, 2],
              dtype: 'float32',
              quantization: { dtype: 'uint8', ...scale },
            },
            {
              name: 'd/bias',
              shape: [2],
              dtype: 'float32',
              quantization: { dtype: 'uint16', ...scale },
            },
          ],
        },
      ],
    });
    const bytes = new Uint8Array([0, 1, 2, 3, 4, 255, 2, 0, 0, 1]).buffer;
    const { weights } = graphFromLayersModel(topology, bytes);
    expect([...(weights.get('d/kernel')?.values ?? [])]).toEqual([-1, -0.5, 0, 0.5, 1, 126.5]);
    expect([...(weights.get('d/bias')?.values ?? [])]).toEqual([0, 127]);
  });
});

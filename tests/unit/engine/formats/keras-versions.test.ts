import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { readGraph } from '../../../../src/engine/formats/read-graph.ts';
import { createClassifier } from '../../../../src/engine/graph/classifier.ts';
import { largestDifference, wavyImages } from '../../../support/plain-tfjs.ts';
import {
  classes,
  edited,
  type Files,
  inputShape,
  saved,
  smallStack,
  stack,
} from '../../../support/saved-layers.ts';
import { startWasm } from '../../../support/wasm.ts';

function logits(files: Files, x: tf.Tensor4D, size?: readonly [number, number]): tf.Tensor2D {
  return createClassifier(readGraph({ format: 'tfjs', ...files }, { size })).logits(x);
}

interface Weight {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

/** Answer to one pixel. */
function answer(files: Files): number[][] {
  return logits(files, tf.tensor4d(PIXEL, [1, 1, 1, 3])).arraySync();
}

/** A stack as Keras 3 writes it, over pictures of one cell. */
function keras3(layers: readonly object[], weights: readonly Weight[]): Files {
  const dtype = {
    module: 'keras',
    class_name: 'DTypePolicy',
    config: { name: 'float32' },
    registered_name: null,
  };
  const input = {
    module: 'keras.layers',
    class_name: 'InputLayer',
    config: { batch_shape: [null, 1, 1, 3], dtype, sparse: false, name: 'input_layer' },
  };
  const topology = {
    format: 'layers-model',
    modelTopology: {
      keras_version: '3.6.0',
      backend: 'tensorflow',
      model_config: {
        class_name: 'Sequential',
        config: {
          name: 'sequential',
          trainable: true,
          dtype,
          layers: [input, ...layers],
          build_input_shape: [null, 1, 1, 3],
        },
      },
    },
    weightsManifest: [
      {
        paths: ['group1-shard1of1.bin'],
        weights: weights.map(({ name, shape }) => ({ name, shape, dtype: 'float32' })),
      },
    ],
  };
  const values = Float32Array.from(weights.flatMap((weight) => weight.values));
  return { topology: JSON.stringify(topology), weights: values.buffer };
}

const layer = (class_name: string, config: object) => ({
  module: 'keras.layers',
  class_name,
  config: { dtype: { class_name: 'DTypePolicy', config: { name: 'float32' } }, ...config },
  registered_name: null,
});

const dense = layer('Dense', { name: 'dense', units: 2, activation: 'linear', use_bias: false });
const kernel = { name: 'sequential/dense/kernel', shape: [3, 2], values: [1, 0, 0, 1, 0, 0] };
const PIXEL = [-2, 0.5, 4];

function expectClose([found]: readonly number[][], wanted: readonly number[] | undefined): void {
  expect(found).toHaveLength(wanted?.length ?? NaN);
  wanted?.forEach((value, index) => expect(found?.[index]).toBeCloseTo(value, 6));
}

describe('a model of any version of Keras', () => {
  beforeAll(startWasm);

  it('is read with the paths and policies of Keras 3', () => {
    const depthwise = layer('DepthwiseConv2D', {
      name: 'dw',
      kernel_size: [1, 1],
      use_bias: false,
    });
    const files = keras3(
      [depthwise, layer('Flatten', { name: 'flatten' }), dense],
      [{ name: 'sequential/dw/kernel', shape: [1, 1, 3, 1], values: [3, 2, 1] }, kernel],
    );
    expect(answer(files)).toEqual([[-6, 1]]);
  });

  it('takes the shape of its pictures from beside the layers where no layer has it', () => {
    const files = keras3([layer('Flatten', { name: 'flatten' }), dense], [kernel]);
    const built = edited(files, (text) =>
      text.replace(/\{[^{]*"InputLayer".*?"input_layer"\}\},/, ''),
    );
    expect(built.topology).not.toContain('InputLayer');
    expect(answer(built)).toEqual([[-2, 0.5]]);
  });

  it('normalises with the mean and variance of its config or of its weights', () => {
    const flat = layer('Flatten', { name: 'flatten' });
    const listed = layer('Normalization', {
      name: 'n',
      axis: [-1],
      mean: [1, 0, 0],
      variance: [4, 0.25, 1],
    });
    const fromConfig = answer(keras3([listed, flat, dense], [kernel]));
    expect(fromConfig).toEqual([[-1.5, 1]]);
    const stored = layer('Normalization', { name: 'n', axis: -1, mean: null, variance: null });
    const weights: Weight[] = [
      { name: 'sequential/n/mean', shape: [3], values: [1, 0, 0] },
      { name: 'sequential/n/variance', shape: [3], values: [4, 0.25, 1] },
      kernel,
    ];
    expect(answer(keras3([stored, flat, dense], weights))).toEqual([[-1.5, 1]]);
    expect(() => answer(keras3([stored, flat, dense], [kernel]))).toThrow(
      /"n" \(Normalization\) has 0 values of "mean" for 3 channels/,
    );
  });

  it('passes through the layers that only act in training', () => {
    const noise = layer('GaussianNoise', { name: 'noise', stddev: 3 });
    const flip = layer('RandomFlip', { name: 'flip', mode: 'horizontal' });
    const flat = layer('Flatten', { name: 'flatten' });
    const files = keras3([flip, noise, flat, dense], [kernel]);
    expect(answer(files)).toEqual([[-2, 0.5]]);
  });

  it('applies activations that are written as functions, and none with settings of their own', () => {
    const flat = layer('Flatten', { name: 'flatten' });
    const relu6 = { module: 'keras.activations', class_name: 'function', config: 'relu6' };
    const activation = layer('Activation', { name: 'a', activation: relu6 });
    expect(answer(keras3([flat, dense, activation], [kernel]))).toEqual([[0, 0.5]]);
    const settings = { class_name: 'ReLU', config: { max_value: 1 } };
    const other = layer('Activation', { name: 'a', activation: settings });
    expect(() => answer(keras3([flat, dense, other], [kernel]))).toThrow(/unreadable "activation"/);
  });

  it('has the hard sigmoid of its own version', () => {
    const written = (version: string | undefined, name: string, own = dense): Files => {
      const activation = layer('Activation', { name: 'a', activation: name });
      const files = keras3([layer('Flatten', { name: 'flatten' }), own, activation], [kernel]);
      return edited(files, (text) =>
        text.replace(
          '"keras_version":"3.6.0"',
          version === undefined ? '"since":0' : `"keras_version":"${version}"`,
        ),
      );
    };
    // At −2 and ½: x / 6 + ½ from the third version on, 0.2 x + ½ before and in TensorFlow.js.
    const [third, before] = [
      [1 / 6, 7 / 12],
      [0.1, 0.6],
    ];
    const versions = { '3.6.0': third, '10.0.1': third, '2.15.0': before, '2.4.0-tf': before };
    for (const [version, wanted] of Object.entries(versions)) {
      expectClose(answer(written(version, 'hard_sigmoid')), wanted);
    }
    expectClose(answer(written('tfjs-layers 4.22.0', 'hardSigmoid')), before);
    expectClose(answer(written(undefined, 'hard_sigmoid')), before);
    const inside = layer('Dense', { ...dense.config, activation: 'hard_sigmoid' });
    expectClose(answer(written('3.0.0', 'linear', inside)), third);
    expectClose(answer(written('2.15.0', 'linear', inside)), before);
  });

  it('ends in a softmax even where that comes before the flattening', async () => {
    const model = stack(
      tfl.layers.conv2d({ inputShape, filters: 4, kernelSize: 8 }),
      tfl.layers.activation({ activation: 'softmax' }),
      tfl.layers.reshape({ targetShape: [4] }),
    );
    const x = wavyImages(2, [8, 8, 3]);
    const own = logits(await saved(model), x);
    expect(largestDifference(tf.softmax(own), model.predict(x) as tf.Tensor)).toBeLessThan(1e-6);
    expect(largestDifference(own, tf.softmax(own))).toBeGreaterThan(0.1);
  });

  it('of open size takes the size of the preprocessing, and asks for it where there is none', async () => {
    const model = stack(
      tfl.layers.conv2d({ inputShape: [null, null, 3], filters: 4, kernelSize: 3 }),
      tfl.layers.globalAveragePooling2d({}),
      classes({ units: 3 }),
    );
    const files = await saved(model);
    const x = wavyImages(2, [10, 12, 3]);
    expect(
      largestDifference(logits(files, x, [10, 12]), model.predict(x) as tf.Tensor),
    ).toBeLessThan(1e-5);
    expect(() => logits(files, x)).toThrow(/no fixed size; say it in preprocess\.size/);
  });

  it('may have weights that are no floats where no layer asks for them', async () => {
    const files = await saved(smallStack());
    const counted = edited(files, (text) =>
      text.replace(
        '"weights":[',
        '"weights":[{"name":"n/count","shape":[2],"dtype":"int32"},{"name":"b","shape":[3],"dtype":"bool"},',
      ),
    );
    const weights = new Uint8Array(11 + files.weights.byteLength);
    weights.set(new Uint8Array(files.weights), 11);
    const x = wavyImages(2, [8, 8, 3]);
    const own = logits({ ...counted, weights: weights.buffer }, x);
    expect(largestDifference(own, logits(files, x))).toBe(0);
  });
});

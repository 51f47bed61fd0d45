import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { readGraph } from '../../../../src/engine/formats/read-graph.ts';
import { createClassifier } from '../../../../src/engine/graph/classifier.ts';
import { largestDifference, spreadOfImages, wavyImages } from '../../../support/plain-tfjs.ts';
import {
  classes,
  edited,
  type Files,
  inputShape,
  saved,
  setWeights,
  stack,
} from '../../../support/saved-layers.ts';
import { startWasm } from '../../../support/wasm.ts';

const conv = (name: string, filters: number) =>
  tfl.layers.conv2d({ filters, kernelSize: 3, padding: 'same', activation: 'relu', name });

/** Layers that are a model of their own. */
function block(name: string): tfl.LayersModel {
  const input = tfl.input({ shape: inputShape, name: `${name}_in` });
  const first = conv(`${name}_c1`, 4).apply(input) as tfl.SymbolicTensor;
  const second = conv(`${name}_c2`, 4).apply(first) as tfl.SymbolicTensor;
  const sum = tfl.layers.add({ name: `${name}_sum` }).apply([first, second]);
  return tfl.model({ inputs: input, outputs: sum as tfl.SymbolicTensor, name });
}

function stackAroundModel(): tfl.LayersModel {
  return stack(block('inner'), tfl.layers.globalAveragePooling2d({}), classes({ units: 4 }));
}

function modelAroundBoth(): tfl.LayersModel {
  const input = tfl.input({ shape: inputShape, name: 'picture' });
  const stem = tfl.sequential({
    layers: [tfl.layers.conv2d({ inputShape, filters: 3, kernelSize: 1, name: 'mix' })],
    name: 'stem',
  });
  const mixed = stem.apply(input) as tfl.SymbolicTensor;
  const features = block('inner').apply(mixed) as tfl.SymbolicTensor;
  const pooled = tfl.layers.globalMaxPooling2d({}).apply(features);
  const output = classes({ units: 4, name: 'last' }).apply(pooled) as tfl.SymbolicTensor;
  const model = tfl.model({ inputs: input, outputs: output });
  setWeights(model);
  return model;
}

/** One convolution that is used twice, and a model inside that is used twice. */
function sharedWeights(): tfl.LayersModel {
  const input = tfl.input({ shape: inputShape, name: 'picture' });
  const shared = tfl.layers.conv2d({ filters: 3, kernelSize: 3, padding: 'same', name: 'shared' });
  const inner = tfl.sequential({
    layers: [tfl.layers.conv2d({ inputShape, filters: 5, kernelSize: 3, name: 'inside' })],
    name: 'inner',
  });
  const once = shared.apply(input) as tfl.SymbolicTensor;
  const twice = shared.apply(once) as tfl.SymbolicTensor;
  const parts = [inner.apply(once), inner.apply(twice)] as tfl.SymbolicTensor[];
  const joined = tfl.layers.concatenate().apply(parts);
  const pooled = tfl.layers.globalAveragePooling2d({}).apply(joined);
  const output = classes({ units: 4, name: 'last' }).apply(pooled) as tfl.SymbolicTensor;
  const model = tfl.model({ inputs: input, outputs: output });
  setWeights(model);
  return model;
}

function ownAnswer(files: Files, x: tf.Tensor4D): tf.Tensor2D {
  return createClassifier(readGraph({ format: 'tfjs', ...files })).logits(x);
}

describe('a model with models inside', () => {
  beforeAll(startWasm);

  it.each([
    ['a stack that begins with a model', stackAroundModel],
    ['a stack and a model inside a model', modelAroundBoth],
    ['layers and models that are used twice', sharedWeights],
  ])('gives the same answer: %s', async (_, build) => {
    const model = build();
    const x = wavyImages(3, [8, 8, 3]);
    const expected = model.predict(x) as tf.Tensor;
    const difference = largestDifference(ownAnswer(await saved(model), x), expected);
    expect(difference / spreadOfImages(expected)).toBeLessThan(1e-3);
  });

  it('finds weights under the names of the models around a layer', async () => {
    const model = modelAroundBoth();
    const files = await saved(model);
    const x = wavyImages(2, [8, 8, 3]);
    // Keras 3 writes the whole path; another layer of that name has its own.
    const paths = edited(files, (text) =>
      text
        .replaceAll('"mix/', '"outer/stem/mix/')
        .replaceAll('"inner_c1/', '"outer/inner/inner_c1/')
        .replaceAll('"last/', '"outer/last/'),
    );
    expect(paths.topology).toContain('outer/stem/mix/kernel');
    expect(largestDifference(ownAnswer(paths, x), ownAnswer(files, x))).toBe(0);
  });

  it('tells layers of one name apart by the model they are in', async () => {
    const files = await saved(modelAroundBoth());
    const x = wavyImages(2, [8, 8, 3]);
    // Both 3×3 convolutions of the inner model and the 1×1 of the stem get one name.
    const same = edited(files, (text) =>
      text
        .replaceAll('"mix/kernel"', '"stem/same/kernel"')
        .replaceAll('"mix/bias"', '"stem/same/bias"')
        .replaceAll('"inner_c1/kernel"', '"inner/same/kernel"')
        .replaceAll('"inner_c1/bias"', '"inner/same/bias"')
        .replaceAll('"mix"', '"same"')
        .replaceAll('"inner_c1"', '"same"'),
    );
    expect(same.topology).not.toContain('inner_c1');
    expect(largestDifference(ownAnswer(same, x), ownAnswer(files, x))).toBe(0);
  });

  it('is refused where a model inside it cannot be read or has several inputs', async () => {
    const files = await saved(stackAroundModel());
    const read = (text: Files) => () => readGraph({ format: 'tfjs', ...text });
    const lost = edited(files, (text) => text.replaceAll('input_layers', 'inputs'));
    expect(read(lost)).toThrow(/layers of model "inner" cannot be read|not a TensorFlow.js layers/);
    const noLayer = edited(files, (text) => text.replace('["inner_c1",0,0', '["absent",0,0'));
    expect(read(noLayer)).toThrow(/reads layers that are missing: absent/);
  });
});

import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { readGraph } from '../../../../src/engine/formats/read-graph.ts';
import { LabError } from '../../../../src/protocol/lab-error.ts';
import {
  classes,
  edited,
  inputShape,
  saved,
  smallStack,
  stack,
  type Files,
} from '../../../support/saved-layers.ts';
import { startWasm } from '../../../support/wasm.ts';

function errorOf(files: Files): LabError {
  try {
    readGraph({ format: 'tfjs', ...files });
  } catch (error) {
    if (error instanceof LabError) return error;
    throw error;
  }
  throw new Error('the model was accepted');
}

describe('a model that cannot be used', () => {
  beforeAll(startWasm);

  it('is called corrupt where model.json or the weights are damaged', async () => {
    const files = await saved(smallStack());
    const cut = edited(files, (text) => text.slice(0, -20));
    const noManifest = edited(files, (text) => text.replace('weightsManifest', 'weights'));
    const short = { ...files, weights: files.weights.slice(0, -4) };
    const long = { ...files, weights: new ArrayBuffer(files.weights.byteLength + 4) };
    const other = edited(files, (text) => text.replaceAll('first/kernel', 'second/kernel'));
    const huge = edited(files, (text) => text.replace('[3,3,3,4]', '[4096,4096,4096,4096]'));
    const nan = { ...files, weights: files.weights.slice(0) };
    new DataView(nan.weights).setFloat32(0, NaN, true);
    for (const broken of [cut, noManifest, short, long, other, huge, nan]) {
      expect(errorOf(broken).kind).toBe('model-corrupt');
    }
    expect(errorOf(short).message).toContain('"last/bias"');
    expect(errorOf(other).message).toContain('first/kernel');
  });

  it('is called unsupported with the name and class of the layer', async () => {
    const curved = await saved(
      stack(
        tfl.layers.conv2d({
          inputShape,
          filters: 2,
          kernelSize: 3,
          activation: 'softsign',
          name: 'curved',
        }),
        tfl.layers.flatten(),
        classes({ units: 2 }),
      ),
    );
    expect(errorOf(curved)).toMatchObject({ kind: 'model-unsupported', subject: 'curved' });
    expect(errorOf(curved).message).toContain('"softsign"');
    const files = await saved(smallStack());
    const foreign = edited(files, (text) =>
      text.replace('"class_name":"Flatten"', '"class_name":"Lambda"'),
    );
    expect(errorOf(foreign)).toMatchObject({ kind: 'model-unsupported', subject: 'flat' });
    expect(errorOf(foreign).message).toContain('(Lambda)');
    const channelsFirst = edited(files, (text) =>
      text.replace('"data_format":"channels_last"', '"data_format":"channels_first"'),
    );
    expect(errorOf(channelsFirst)).toMatchObject({ kind: 'model-unsupported', subject: 'first' });
  });

  it('is called misshapen where it is no classifier of RGB images', async () => {
    const grey = await saved(
      stack(tfl.layers.flatten({ inputShape: [8, 8, 1] }), classes({ units: 3 })),
    );
    expect(errorOf(grey).kind).toBe('model-shape');
    const vector = await saved(stack(classes({ inputShape: [8], units: 3 })));
    expect(errorOf(vector).kind).toBe('model-shape');
    const map = await saved(stack(tfl.layers.conv2d({ inputShape, filters: 2, kernelSize: 1 })));
    expect(errorOf(map).kind).toBe('model-shape');
    const picture = tfl.input({ shape: inputShape, name: 'picture' });
    const flat = tfl.layers.flatten().apply(picture);
    const answers = ['one', 'two'].map(
      (name) => classes({ units: 3, name }).apply(flat) as tfl.SymbolicTensor,
    );
    const two = await saved(tfl.model({ inputs: picture, outputs: answers }));
    expect(errorOf(two)).toMatchObject({
      kind: 'model-shape',
      message: 'The model has 2 outputs; a classifier has one.',
    });
    const anySize = await saved(
      stack(
        tfl.layers.conv2d({ inputShape: [null, null, 3], filters: 2, kernelSize: 1 }),
        tfl.layers.globalAveragePooling2d({}),
      ),
    );
    expect(errorOf(anySize).kind).toBe('model-shape');
  });
});

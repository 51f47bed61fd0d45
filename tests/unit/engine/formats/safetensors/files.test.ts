import { describe, expect, it } from 'vitest';
import { readGraph } from '../../../../../src/engine/formats/read-graph.ts';
import { analyseGraph } from '../../../../../src/engine/graph/analyse.ts';
import { torchvisionPreprocess } from '../../../../../src/protocol/preprocess-presets.ts';
import {
  safetensorsFile,
  writeSafetensors,
  type StoredTensor,
} from '../../../../support/safetensors.ts';

const CLASSES = 7;

function half(shape: readonly number[]): StoredTensor {
  const values = shape.reduce((product, side) => product * side, 1);
  return { dtype: 'F16', shape, bytes: new Uint8Array(values * 2).fill(0x2c) };
}

/** SqueezeNet 1.1 in full size as torchvision names its tensors, all values alike. */
function squeezenet(): Map<string, StoredTensor> {
  const tensors = new Map<string, StoredTensor>();
  const conv = (name: string, out: number, inputs: number, side: number): void => {
    tensors.set(`${name}.weight`, half([out, inputs, side, side]));
    tensors.set(`${name}.bias`, half([out]));
  };
  conv('features.0', 64, 3, 3);
  const fires = [
    [3, 64, 16, 64],
    [4, 128, 16, 64],
    [6, 128, 32, 128],
    [7, 256, 32, 128],
    [9, 256, 48, 192],
    [10, 384, 48, 192],
    [11, 384, 64, 256],
    [12, 512, 64, 256],
  ] as const;
  for (const [at, inputs, squeeze, expand] of fires) {
    conv(`features.${at}.squeeze`, squeeze, inputs, 1);
    conv(`features.${at}.expand1x1`, expand, squeeze, 1);
    conv(`features.${at}.expand3x3`, expand, squeeze, 3);
  }
  conv('classifier.1', CLASSES, 512, 1);
  return tensors;
}

function read(weights: ArrayBuffer, architecture = 'auto', size?: readonly [number, number]) {
  return readGraph({ format: 'safetensors', architecture, weights }, { size });
}

const entry = (begin: number, end: number, dtype = 'F32') => ({
  dtype,
  shape: [(end - begin) / 4],
  data_offsets: [begin, end],
});

const fileWith = (header: unknown, bytes: number): ArrayBuffer =>
  safetensorsFile(JSON.stringify(header), new Uint8Array(bytes));

describe('a safetensors file', () => {
  it('is known by its tensors, and its last layer tells the number of classes', () => {
    const graph = read(writeSafetensors(squeezenet()), 'auto', torchvisionPreprocess.size);
    expect(graph.inputShape).toEqual([224, 224, 3]);
    expect(analyseGraph(graph)).toMatchObject({
      classes: CLASSES,
      parameters: 1_235_496 - 513 * (1000 - CLASSES),
    });
  });

  it('is read at another size where the network allows it', () => {
    const file = writeSafetensors(squeezenet());
    expect(read(file, 'squeezenet1_1', [128, 128]).inputShape).toEqual([128, 128, 3]);
    expect(() => read(file, 'squeezenet1_1', [128, 96])).toThrow('128x96');
    expect(() => read(file, 'squeezenet1_1', [8, 8])).toThrow(/cannot read pictures of 8x8/);
    expect(() => read(file, 'vgg16', [100, 100])).toThrow(/cannot read pictures of 100x100/);
  });

  it('of another network says which tensors differ, or which networks there are', () => {
    const tensors = squeezenet();
    tensors.delete('classifier.1.bias');
    expect(() => read(writeSafetensors(tensors))).toThrow(
      /do not fit squeezenet1_1: 1 missing \(classifier\.1\.bias\)/,
    );
    expect(() => read(writeSafetensors(tensors), 'resnet50')).toThrow(
      /do not fit resnet50: 267 missing/,
    );
    expect(() => read(writeSafetensors(tensors), 'nonet')).toThrow(/no network "nonet".*resnet18/);
    const foreign = writeSafetensors(new Map([['wte.weight', half([4, 4])]]));
    expect(() => read(foreign)).toThrow(/not those of a network.*squeezenet1_1.*ONNX/);
  });

  it('with values that are not numbers is refused by the tensor', () => {
    const tensors = squeezenet();
    tensors.set('features.4.squeeze.bias', {
      ...half([16]),
      bytes: new Uint8Array(32).fill(0x7e),
    });
    const message = /"stage1_fire2_squeeze\/bias" holds values that are not finite/;
    expect(() => read(writeSafetensors(tensors))).toThrow(message);
    tensors.set('features.4.squeeze.bias', {
      dtype: 'I16',
      shape: [16],
      bytes: new Uint8Array(32),
    });
    expect(() => read(writeSafetensors(tensors))).toThrow(/holds I16 values/);
  });

  it.each([
    ['shorter than its length', new ArrayBuffer(5), /at least 8 bytes/],
    [
      'with a header beyond its end',
      safetensorsFile('{}', new Uint8Array(0)).slice(0, 9),
      /cut short/,
    ],
    ['that says it has a vast header', new Uint8Array(16).fill(255).buffer, /cut short or no safe/],
    ['whose header is not JSON', safetensorsFile('{"a":', new Uint8Array(4)), /not the JSON/],
    ['whose header is a list', safetensorsFile('[]', new Uint8Array(0)), /not the JSON/],
    [
      'whose header is not text',
      new Uint8Array([1, 0, 0, 0, 0, 0, 0, 0, 255]).buffer,
      /not the JSON/,
    ],
    ['with a tensor that is not described', fileWith({ a: { dtype: 'F32' } }, 4), /tensor "a"/],
    ['with an unknown type', fileWith({ a: entry(0, 4, 'Q4') }, 4), /"a" holds Q4/],
    ['with too few bytes for a shape', fileWith({ a: entry(0, 4, 'F64') }, 4), /"a" has 4 bytes/],
    [
      'with tensors that overlap',
      fileWith({ a: entry(0, 8), b: entry(4, 12) }, 12),
      /"b" overlaps/,
    ],
    ['with a hole', fileWith({ a: entry(0, 4), b: entry(8, 12) }, 12), /4 bytes before tensor "b"/],
    ['cut in half', fileWith({ a: entry(0, 8) }, 4), /"a" ends at byte .* cut short/],
    ['with bytes left over', fileWith({ a: entry(0, 4) }, 12), /8 bytes at the end/],
  ] as const)('%s is called corrupt or unsupported', (_, file, message) => {
    expect(() => read(file)).toThrow(message);
  });
});

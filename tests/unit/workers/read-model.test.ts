import * as tfl from '@tensorflow/tfjs-layers';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { LabError } from '../../../src/protocol/lab-error.ts';
import type { ReadingProgress, ReadModel } from '../../../src/protocol/model-source.ts';
import { readModel } from '../../../src/workers/model-files/read-model.ts';
import { startCpu } from '../../support/cpu.ts';
import { encodeModel } from '../../support/onnx/encode.ts';
import { onnxFile } from '../../support/onnx/golden-networks.ts';
import { inputShape, saved, smallStack, stack } from '../../support/saved-layers.ts';

type Files = Readonly<Record<string, BlobPart>>;

function read(files: Files, report: (progress: ReadingProgress) => void = () => {}) {
  const blobs = Object.entries(files).map(([name, part]) => ({ name, blob: new Blob([part]) }));
  return readModel({ kind: 'files', files: blobs }, report);
}

async function faultOf(files: Files): Promise<LabError> {
  try {
    await read(files);
  } catch (error) {
    if (error instanceof LabError) return error;
    throw error;
  }
  throw new Error('the model was accepted');
}

async function smallFiles() {
  const { topology, weights } = await saved(smallStack());
  return { topology, weights };
}

function zipOf(files: Readonly<Record<string, Uint8Array>>): Uint8Array<ArrayBuffer> {
  return new Uint8Array(zipSync(files));
}

beforeAll(startCpu);

describe('a model that is opened', () => {
  it('is read from model.json and its weight files, and inspected', async () => {
    const { topology, weights } = await smallFiles();
    const model = await read({ 'net/model.json': topology, 'net/w.bin': weights });
    expect(model).toMatchObject({
      path: 'net/model.json',
      topology,
      labels: null,
      preprocess: null,
    });
    expect(new Uint8Array(await model.weights.arrayBuffer())).toEqual(new Uint8Array(weights));
    expect(model.inspection).toMatchObject({
      format: 'tfjs-layers',
      layout: 'NHWC',
      inputSize: [8, 8, 3],
      classes: 3,
      parameters: 3 * 3 * 3 * 4 + 4 + 144 * 3 + 3,
      multiplyAdds: 6 * 6 * 4 * 27 + 144 * 3,
      weightBytes: weights.byteLength,
      head: { name: 'last:logits', isLinear: true },
      output: 'probabilities',
      outputKnownBy: 'layer',
    });
    expect(model.inspection.layers[0]).toEqual({
      name: 'first',
      kind: 'conv2d + relu',
      outputShape: [6, 6, 4],
      parameters: 112,
      multiplyAdds: 6 * 6 * 4 * 27,
    });
  });

  it('is the same out of a zip, with the labels and the preprocessing beside it', async () => {
    const { topology, weights } = await smallFiles();
    const zip = zipOf({
      'net/model.json': strToU8(topology),
      'net/w.bin': new Uint8Array(weights),
      'net/labels.txt': strToU8('stop\nyield\nno entry\n'),
      'net/preprocess.json': strToU8('{"range":[-1,1]}'),
      '__MACOSX/net/model.json': strToU8('left behind by the system'),
    });
    const loose = await read({ 'model.json': topology, 'w.bin': weights });
    const model = await read({ 'net.zip': zip });
    expect(model.inspection).toEqual(loose.inspection);
    expect(model.labels).toMatchObject({
      path: 'labels.txt',
      names: ['stop', 'yield', 'no entry'],
    });
    expect(model.preprocess?.range).toEqual([-1, 1]);
  });

  it('is known as ONNX by its bytes, whatever its name, and its answers by asking it', async () => {
    const named = await read({ 'net.onnx': onnxFile('squeezenet') });
    const unnamed: ReadModel = await read({ download: onnxFile('squeezenet') });
    expect(unnamed.inspection).toEqual(named.inspection);
    expect(named.inspection).toMatchObject({
      format: 'onnx',
      layout: 'NCHW',
      output: 'logits',
      outputKnownBy: 'answers',
    });
    expect(named.inspection.head?.isLinear).toBe(false);
  });

  it('that leaves the size of its pictures open is read for the usual one', async () => {
    const model = tfl.sequential({
      layers: [
        tfl.layers.conv2d({ inputShape: [null, null, 3], filters: 2, kernelSize: 3 }),
        tfl.layers.globalAveragePooling2d({}),
        tfl.layers.dense({ units: 3 }),
      ],
    });
    const { topology, weights } = await saved(model);
    const files = { 'model.json': topology, 'w.bin': weights };
    const open = await read(files);
    expect(open.openSize).toEqual([224, 224]);
    expect(open.inspection.inputSize).toEqual([224, 224, 3]);
    const said = await read({ ...files, 'preprocess.json': '{"size":[32,48]}' });
    expect(said.inspection.inputSize).toEqual([32, 48, 3]);
    expect((await read({ 'net.onnx': onnxFile('squeezenet') })).openSize).toBeNull();
  });

  it('tells on the way what is done with which file', async () => {
    const { topology, weights } = await smallFiles();
    const steps: ReadingProgress['step'][] = [];
    await read({ 'model.json': topology, 'w.bin': weights }, ({ step }) => steps.push(step));
    expect(steps).toEqual(['read', 'inspect']);
  });
});

describe('a file that is at fault is named, with what is wrong with it:', () => {
  it('a model.json that is not JSON', async () => {
    const { topology, weights } = await smallFiles();
    const fault = await faultOf({ 'model.json': topology.slice(0, -30), 'w.bin': weights });
    expect(fault.kind).toBe('model-corrupt');
    expect(fault.message).toMatch(/^model\.json is not JSON; it may be cut short/);
  });

  it('a model.json of something else', async () => {
    const fault = await faultOf({ 'model.json': '{"name":"a page"}' });
    expect(fault.message).toMatch(/^model\.json holds no model\./);
  });

  it('weight files that are missing', async () => {
    const { topology } = await smallFiles();
    const fault = await faultOf({ 'model.json': topology });
    expect(fault.kind).toBe('model-missing');
    expect(fault.message).toMatch(/^model\.json needs w\.bin, which is missing\./);
  });

  it('weights shorter than the manifest', async () => {
    const { topology, weights } = await smallFiles();
    const fault = await faultOf({ 'model.json': topology, 'w.bin': weights.slice(0, -4) });
    expect(fault.kind).toBe('model-corrupt');
    expect(fault.message).toMatch(/^w\.bin has 2,184 bytes where model\.json describes 2,188/);
  });

  it('weights that are not numbers', async () => {
    const { topology, weights } = await smallFiles();
    new DataView(weights).setFloat32(0, Number.NaN, true);
    const fault = await faultOf({ 'model.json': topology, 'w.bin': weights });
    expect(fault.message).toMatch(/^model\.json: .*first\/kernel.* not finite/);
  });

  it('an ONNX file cut in half', async () => {
    const whole = onnxFile('squeezenet');
    const fault = await faultOf({ 'net.onnx': whole.slice(0, whole.byteLength / 2) });
    expect(fault.kind).toBe('model-corrupt');
    expect(fault.message).toMatch(/^net\.onnx: .*cut short/);
  });

  it('an operator that cannot be run, by its node', async () => {
    const file = encodeModel({
      nodes: [{ op: 'GridSample', name: 'warp', inputs: ['input', 'input'], outputs: ['logits'] }],
      inputs: [{ name: 'input', shape: [1, 3, 8, 8] }],
      outputs: [{ name: 'logits', shape: [1, 3] }],
    });
    const fault = await faultOf({ 'net.onnx': new Uint8Array(file) });
    expect(fault.kind).toBe('model-unsupported');
    expect(fault.message).toMatch(/^net\.onnx: .*GridSample/);
    expect(fault.message).toContain('warp');
  });

  it('a model with two outputs', async () => {
    const input = tfl.input({ shape: inputShape });
    const flat = tfl.layers.flatten().apply(input) as tfl.SymbolicTensor;
    const outputs = ['one', 'two'].map(
      (name) => tfl.layers.dense({ units: 3, name }).apply(flat) as tfl.SymbolicTensor,
    );
    const { topology, weights } = await saved(tfl.model({ inputs: input, outputs }));
    const fault = await faultOf({ 'model.json': topology, 'w.bin': weights });
    expect(fault.kind).toBe('model-shape');
    expect(fault.message).toMatch(/^model\.json: .*output/);
  });

  it('a model that reads no images', async () => {
    const { topology, weights } = await saved(
      stack(tfl.layers.dense({ units: 3, inputShape: [10] })),
    );
    const fault = await faultOf({ 'model.json': topology, 'w.bin': weights });
    expect(fault.kind).toBe('model-shape');
    expect(fault.message).toMatch(/^model\.json: .*input/);
  });

  it('a safetensors file of another network', async () => {
    const header = '{"unknown.weight":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}';
    const file = new Uint8Array(8 + header.length + 4);
    new DataView(file.buffer).setBigUint64(0, BigInt(header.length), true);
    file.set(strToU8(header), 8);
    expect((await faultOf({ 'net.safetensors': file })).message).toMatch(/^net\.safetensors: /);
  });

  it('a zip with a path that leaves it', async () => {
    const fault = await faultOf({ 'net.zip': zipOf({ '../model.json': strToU8('{}') }) });
    expect(fault.message).toMatch(/^net\.zip: .*\.\.\/model\.json/);
  });

  it('several models at once', async () => {
    const { topology, weights } = await smallFiles();
    const fault = await faultOf({
      'a/model.json': topology,
      'a/w.bin': weights,
      'b.onnx': onnxFile('squeezenet'),
    });
    expect(fault.message).toMatch(/holds 2 models: a\/model\.json, b\.onnx\. Open one at a time\./);
  });

  it('a page about a model', async () => {
    const fault = await faultOf({ 'model.onnx.html': '<!doctype html><title>net</title>' });
    expect(fault.message).toMatch(/^model\.onnx\.html is a web page, not a model/);
  });

  it.each([
    ['example.com/model.json', /is not an address/],
    ['file:///home/model.json', /begin with file: are not opened/],
    ['javascript:alert(1)', /begin with javascript: are not opened/],
  ])('the address %s', async (url, message) => {
    const asked = readModel({ kind: 'url', url }, () => {});
    await expect(asked).rejects.toThrow(message);
  });
});

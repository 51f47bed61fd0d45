import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { refusal } from './refusal.ts';
import { tinyLab } from './tiny-lab.ts';

const lab = tinyLab(2);
afterAll(() => lab.remove());

const fixture = (name: string): URL => new URL(`../../fixtures/${name}`, import.meta.url);
const images = { source: 'folder', path: 'images', labels: 'predicted' };

/** A model.json whose layers form a graph with two outputs. */
function twoOutputs(text: string): string {
  const model: unknown = JSON.parse(text);
  const { modelTopology, ...rest } = z
    .looseObject({
      modelTopology: z.looseObject({
        config: z.object({
          layers: z.array(z.looseObject({ config: z.looseObject({ name: z.string() }) })),
        }),
      }),
    })
    .parse(model);
  const { layers } = modelTopology.config;
  const names = layers.map(({ config }) => config.name);
  const nodes = layers.map((layer, at) => ({
    ...layer,
    name: names[at],
    inbound_nodes: at === 0 ? [['input', 0, 0, {}]] : [[names[at - 1], 0, 0, {}]],
  }));
  const input = {
    class_name: 'InputLayer',
    name: 'input',
    config: { name: 'input', batch_input_shape: [null, 8, 8, 3], dtype: 'float32' },
    inbound_nodes: [],
  };
  const config = {
    name: 'two',
    layers: [input, ...nodes.map((node) => ({ ...node, inbound_nodes: [node.inbound_nodes] }))],
    input_layers: [['input', 0, 0]],
    output_layers: [
      ['head', 0, 0],
      ['mean', 0, 0],
    ],
  };
  return JSON.stringify({
    ...rest,
    modelTopology: { ...modelTopology, class_name: 'Model', config },
  });
}

describe.concurrent(
  'a model that is at fault ends with code 2, one line and nothing written',
  () => {
    it('weights that are cut off', async () => {
      lab.write('cut/model.json', readFileSync(lab.path('net/model.json')));
      lab.write('cut/weights.bin', readFileSync(lab.path('net/weights.bin')).subarray(0, 40));
      expect(await refusal(lab.spec({ models: [{ path: 'cut', labels: 'labels.txt' }] }))).toMatch(
        /cut/,
      );
    });

    it('a model.json that is not JSON', async () => {
      lab.write('broken/model.json', '{ "modelTopology": ');
      expect(await refusal(lab.spec({ models: [{ path: 'broken' }] }))).toMatch(
        /^models\[0\]\.path: .*broken\/model\.json is not JSON/,
      );
    });

    it('weight files that are missing', async () => {
      lab.write('bare/model.json', readFileSync(lab.path('net/model.json')));
      expect(await refusal(lab.spec({ models: [{ path: 'bare' }] }))).toMatch(
        /^models\[0\]\.path: .*bare\/model\.json needs weights\.bin, which is missing/,
      );
    });

    it('an ONNX file that is cut in half', async () => {
      const whole = readFileSync(fixture('onnx/squeezenet.onnx'));
      lab.write('half.onnx', whole.subarray(0, whole.length / 2));
      expect(await refusal(lab.spec({ models: [{ path: 'half.onnx' }], images }))).toMatch(
        /^models\[0\]\.path: half\.onnx: .*(ends|cut)/,
      );
    });

    it('torchvision weights of another width, with the tensors that do not fit', async () => {
      lab.write('thin.safetensors', readFileSync(fixture('safetensors/squeezenet.safetensors')));
      const models = [{ path: 'thin.safetensors', architecture: 'squeezenet1_1' }];
      expect(await refusal(lab.spec({ models, images }))).toMatch(
        /^models\[0\]\.path: thin\.safetensors: .*features\.0\.weight \[8, 3, 3, 3\] where \[64, 3, 3, 3\] fits/,
      );
    });

    it('a file that is no model at all', async () => {
      lab.write('notes.onnx', 'not a network');
      expect(await refusal(lab.spec({ models: [{ path: 'notes.onnx' }], images }))).toMatch(
        /^models\[0\]\.path: notes\.onnx: /,
      );
    });

    it('weights that are not numbers', async () => {
      const weights = new Float32Array(
        new Uint8Array(readFileSync(lab.path('net/weights.bin'))).buffer,
      );
      weights[5] = Number.NaN;
      lab.write('nan/model.json', readFileSync(lab.path('net/model.json')));
      lab.write('nan/weights.bin', new Uint8Array(weights.buffer));
      expect(await refusal(lab.spec({ models: [{ path: 'nan', labels: 'labels.txt' }] }))).toMatch(
        /^models\[0\]\.path: nan: .*"mix\/kernel".*not finite/,
      );
    });

    it('a model with two outputs', async () => {
      lab.write('two/model.json', twoOutputs(readFileSync(lab.path('net/model.json'), 'utf8')));
      lab.write('two/weights.bin', readFileSync(lab.path('net/weights.bin')));
      expect(await refusal(lab.spec({ models: [{ path: 'two', labels: 'labels.txt' }] }))).toMatch(
        /^models\[0\]\.path: two: The model has 2 outputs/,
      );
    });

    it('a zip without a model', async () => {
      lab.write('none.zip', zipSync({ 'readme.txt': strToU8('nothing') }));
      expect(await refusal(lab.spec({ models: [{ path: 'none.zip' }] }))).toMatch(
        /^models\[0\]\.path: .*none\.zip holds no model/,
      );
    });

    it('labels of another number than the outputs', async () => {
      const models = [{ path: 'wide', labels: 'labels.txt' }];
      expect(await refusal(lab.spec({ models }))).toMatch(/wide.*4/);
    });
  },
);

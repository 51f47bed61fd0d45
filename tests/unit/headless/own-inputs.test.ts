import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { resultSchema } from '../../../src/protocol/result.ts';
import { runLab } from './run-lab.ts';
import { tinyLab } from './tiny-lab.ts';

const lab = tinyLab(2);
afterAll(() => lab.remove());

const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(lab.path(name)));
const fixture = (name: string): URL => new URL(`../../fixtures/${name}`, import.meta.url);
const grid = { counts: [1, 16] };

async function sweep(name: string, changes: Record<string, unknown>) {
  const out = lab.path(name);
  const spec = lab.spec({ grid, ...changes });
  const { code, stderr } = await runLab(['sweep', spec, '--out', out, '--lanes', '1']);
  expect({ code, stderr }).toMatchObject({ code: 0 });
  const read = (file: string): string => readFileSync(join(out, file), 'utf8');
  return { result: resultSchema.parse(JSON.parse(read('result.json'))), rows: read('images.csv') };
}

describe('the command', () => {
  it('finds the same in zips as in the folders they were made of', async () => {
    const names = ['red/0.png', 'red/1.png', 'blue/0.png'];
    for (const name of names) lab.write(`few/${name}`, bytesOf(`images/${name}`));
    lab.write('few.zip', zipSync(Object.fromEntries(names.map((n) => [n, bytesOf(`few/${n}`)]))));
    const parts = ['model.json', 'weights.bin'].map((n) => [`net/${n}`, bytesOf(`net/${n}`)]);
    lab.write('net.zip', zipSync(Object.fromEntries(parts)));
    const model = { id: 'net', labels: 'labels.txt' };
    const plain = await sweep('plain', {
      models: [{ ...model, path: 'net' }],
      images: { source: 'folder', path: 'few' },
    });
    const packed = await sweep('packed', {
      models: [{ ...model, path: 'net.zip' }],
      images: { source: 'zip', path: 'few.zip' },
    });
    expect(packed.rows).toBe(plain.rows);
    expect(packed.result.cells).toEqual(plain.result.cells);
    expect(packed.result.manifest.imageSetHash).toBe(plain.result.manifest.imageSetHash);
  });

  it('measures agreement of two ONNX networks on unlabelled pictures', async () => {
    for (const name of ['squeezenet', 'resnet']) {
      lab.write(`networks/${name}.onnx`, readFileSync(fixture(`onnx/${name}.onnx`)));
    }
    const { result } = await sweep('agreement', {
      models: [
        { path: 'networks/squeezenet.onnx' },
        { path: 'networks/resnet.onnx', output: 'probabilities' },
      ],
      images: { source: 'folder', path: 'images', labels: 'predicted' },
    });
    expect(result).toMatchObject({
      measure: 'agreement',
      clean: { squeezenet: { images: 6, correct: null }, resnet: { images: 6, correct: null } },
      eligible: { squeezenet: 6, resnet: 6 },
    });
    expect(result.cells).toHaveLength(4);
  });
});

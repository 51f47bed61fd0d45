import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { readSweep } from '../../../src/headless/read-sweep.ts';
import type { SweepOptions } from '../../../src/run/sweep-types.ts';
import { tinyLab } from './tiny-lab.ts';

const lab = tinyLab(2);
afterAll(() => lab.remove());

const labels = 'labels.txt';
const net = { path: 'net', labels };
const grid = { counts: [1, 4], values: ['replace'], regions: [1] };

function read(changes: Record<string, unknown>): Promise<SweepOptions> {
  const spec = lab.spec(changes);
  const rest = { backend: 'wasm', lanes: 1, chunk: undefined } as const;
  return readSweep({ command: 'sweep', spec, out: `${spec}.out`, ...rest });
}

describe('reading a sweep', () => {
  it('finds models by folder and by file, and images by folder', async () => {
    const { models, images } = await read({});
    expect(models.map(({ files }) => [files.id, files.classes])).toEqual([
      ['net', 3],
      ['stretched', 3],
    ]);
    expect(models[1]?.files.preprocess.resize).toBe('exact');
    expect(models[0]?.files.data.weights.byteLength).toBe(18 * 4);
    const names = images.refs.map((ref) => (ref.kind === 'file' ? ref.name : ref.index));
    expect(names).toEqual([
      'blue/0.png',
      'blue/1.png',
      'green/0.png',
      'green/1.png',
      'red/0.png',
      'red/1.png',
    ]);
    expect([...images.labels]).toEqual([2, 2, 1, 1, 0, 0]);
    expect(images.classNames).toEqual(['red', 'green', 'blue']);
  });

  it('reads a table from its own folder where no root is given', async () => {
    lab.write('images/list.csv', 'class,file\n1,red/0.png\nblue,green/0.png\n');
    const { images } = await read({ images: { source: 'csv', path: 'images/list.csv' } });
    expect([...images.labels]).toEqual([1, 2]);
  });

  it('names the same set of images alike, whatever lists it', async () => {
    const rows = ['blue', 'green', 'red'].flatMap((name) => [
      `${name}/0.png,${name}`,
      `${name}/1.png,${name}`,
    ]);
    lab.write('same.csv', `file,class\n${rows.join('\n')}\n`);
    const table = await read({ images: { source: 'csv', path: 'same.csv', root: 'images' } });
    const folder = await read({});
    expect(table.images.hash).toBe(folder.images.hash);
  });

  it('takes Roadside for models without labels, class by index', async () => {
    const images = { source: 'roadside', count: 24 };
    const { images: set } = await read({ images, models: [{ path: 'net' }] });
    expect(set.refs).toHaveLength(24);
    expect(new Set(set.labels.slice(0, 12)).size).toBe(12);
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    [
      'a model that is not there',
      { models: [{ path: 'nowhere' }] },
      /^models\[0\]\.path: .*nowhere: there is no/,
    ],
    [
      'a network named for a model that holds its own',
      { models: [{ ...net, architecture: 'resnet18' }] },
      /^models\[0\]\.architecture: only the weights of a \.safetensors file/,
    ],
    [
      'labels that are not there',
      { models: [{ ...net, labels: 'no.txt' }] },
      /^models\[0\]\.labels: .*no\.txt/,
    ],
    ['the same model twice', { models: [net, net] }, /^models\[1\]: net/],
    ['a negative seed', { seed: -1 }, /^seed/],
    ['a fractional number of draws', { draws: 1.5 }, /^draws/],
    [
      'an offset out of range',
      { grid: { ...grid, values: [{ offset: 128 }] } },
      /^grid\.values\[0\]/,
    ],
    [
      'a region larger than the image',
      { grid: { ...grid, regions: [1.5] } },
      /^grid\.regions\[0\]/,
    ],
    [
      'an unknown key inside',
      { images: { source: 'folder', path: 'images', deep: 1 } },
      /^images\.deep/,
    ],
    [
      'a rank cell outside the grid',
      { rankAt: { count: 3, value: 'replace', region: 1 } },
      /^rankAt\.count/,
    ],
    [
      'a folder that is not there',
      { images: { source: 'folder', path: 'no' } },
      /^images\.path: .*no: there is no/,
    ],
    [
      'a table that is not there',
      { images: { source: 'csv', path: 'no.csv' } },
      /^images\.path: .*no\.csv/,
    ],
    [
      'a folder in place of a table',
      { images: { source: 'csv', path: 'net' } },
      /^images\.path: .*net: it is a folder/,
    ],
    [
      'Roadside for models of other classes',
      { images: { source: 'roadside', count: 5 } },
      /do not know the class "speed-limit-30"/,
    ],
  ])('refuses %s', async (_, changes, words) => {
    await expect(read(changes)).rejects.toThrow(words);
  });

  it('refuses a model whose weight file is missing', async () => {
    lab.write('bare/model.json', readFileSync(lab.path('net/model.json')));
    await expect(read({ models: [{ path: 'bare', labels }] })).rejects.toThrow(
      /^models\[0\]\.path: .*bare\/model\.json needs weights\.bin, which is missing/,
    );
  });

  it('refuses a model.json that is something else', async () => {
    lab.write('text/model.json', '{"hello":1}');
    await expect(read({ models: [{ path: 'text', labels }] })).rejects.toThrow(
      /^models\[0\]\.path: .*text\/model\.json holds no model/,
    );
  });

  it('refuses models whose classes differ', async () => {
    lab.write('other-labels.txt', 'red\ngreen\nviolet\n');
    const models = [net, { id: 'b', path: 'other', labels: 'other-labels.txt' }];
    await expect(read({ models })).rejects.toThrow(/net and b .*class 2: "blue" and "violet"/);
  });
});

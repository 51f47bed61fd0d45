import { readdirSync, readFileSync } from 'node:fs';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { readSweep } from '../../../src/headless/read-sweep.ts';
import { readImage } from '../../../src/images/read-image.ts';
import { imagesSchema } from '../../../src/protocol/images-spec.ts';
import { modelHash } from '../../../src/protocol/model-hash.ts';
import { NO_LABEL } from '../../../src/run/labels.ts';
import type { RunOptions } from '../../../src/run/sweep-types.ts';
import type { KeptImageSet } from '../../../src/state/images/kept-set.ts';
import { chooseSet, takenOfSet } from '../../../src/state/images/set-choice.ts';
import { nodeFiles } from '../../../src/workers/node-files.ts';
import { COLOURS, tinyLab } from './tiny-lab.ts';

const lab = tinyLab(2);
afterAll(() => lab.remove());

const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(lab.path(name)));
const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url)));

/** The pictures of the lab under some folder of a zip, with what archivers add. */
function pictures(root: string): Zippable {
  const files = COLOURS.flatMap((colour) =>
    readdirSync(lab.path('images', colour)).map((file) => `${colour}/${file}`),
  );
  return {
    ...Object.fromEntries(files.map((file) => [`${root}${file}`, bytesOf(`images/${file}`)])),
    [`__MACOSX/${root}red/._0.png`]: strToU8('left behind'),
    [`${root}.DS_Store`]: strToU8('left behind'),
    [`${root}readme.txt`]: strToU8('notes'),
  };
}

function read(changes: Record<string, unknown>): Promise<RunOptions> {
  const spec = lab.spec({ models: [{ path: 'net', labels: 'labels.txt' }], ...changes });
  const rest = { backend: 'wasm', lanes: undefined, chunk: undefined } as const;
  return readSweep({ command: 'sweep', spec, out: `${spec}.out`, ...rest });
}

describe('models of every format', () => {
  it('are read from a file, with its hash, and from a zip of it', async () => {
    lab.write('colours.onnx', fixture('onnx/squeezenet.onnx'));
    lab.write('torch.safetensors', fixture('safetensors/squeezenet.safetensors'));
    lab.write('packed.zip', zipSync({ 'deep/torch.safetensors': bytesOf('torch.safetensors') }));
    const { models } = await read({
      models: [
        { path: 'colours.onnx', output: 'probabilities' },
        { path: 'torch.safetensors', architecture: 'squeezenet1_1' },
        { id: 'found', path: 'packed.zip' },
      ],
      images: { source: 'folder', path: 'images', labels: 'predicted' },
    });
    expect(models.map(({ files }) => [files.id, files.data.format, files.output])).toEqual([
      ['colours', 'onnx', 'probabilities'],
      ['torch', 'safetensors', undefined],
      ['found', 'safetensors', undefined],
    ]);
    const [onnx, named, found] = models.map(({ files }) => files.data);
    expect(onnx?.weights.byteLength).toBe(fixture('onnx/squeezenet.onnx').length);
    expect(named).toMatchObject({ architecture: 'squeezenet1_1' });
    expect(found).toMatchObject({ architecture: 'auto' });
    for (const { files, hash } of models) expect(hash).toBe(modelHash(files.data));
  });

  it('take labels and preprocessing from beside them, in folders and zips', async () => {
    const preprocess = JSON.stringify({ channels: 'bgr' });
    const files = {
      'model.json': bytesOf('net/model.json'),
      'weights.bin': bytesOf('net/weights.bin'),
      'labels.csv': strToU8('index,name\n2,blue\n0,red\n1,green\n'),
      'preprocess.json': strToU8(preprocess),
    };
    for (const [name, content] of Object.entries(files)) lab.write(`full/${name}`, content);
    lab.write('full.zip', zipSync({ full: files }));
    const { models, images } = await read({
      models: [
        { path: 'full' },
        { id: 'zip', path: 'full.zip' },
        { id: 'file', path: 'full/model.json' },
      ],
    });
    expect(new Set(models.map(({ hash }) => hash)).size).toBe(1);
    for (const { files: each } of models) {
      expect(each).toMatchObject({ classes: 3, preprocess: { channels: 'bgr' } });
    }
    expect(images.classNames).toEqual(COLOURS);
  });

  it('know the names of ImageNet', async () => {
    const images = { source: 'folder', path: 'images', labels: 'predicted' };
    const { models, images: set } = await read({
      models: [{ path: 'net', labels: 'imagenet' }],
      images,
    });
    expect(models[0]?.files.classes).toBe(1000);
    expect(set.classNames[0]).toBe('tench, Tinca tinca');
  });
});

describe('images of a zip', () => {
  it('are those of its folder, in the same order, under the same names', async () => {
    lab.write('set.zip', zipSync(pictures('')));
    lab.write('nested.zip', zipSync(pictures('export/all/')));
    const { images: folder } = await read({});
    for (const path of ['set.zip', 'nested.zip']) {
      const { images } = await read({ images: { source: 'zip', path } });
      expect(images.hash).toBe(folder.hash);
      expect(images.labels).toEqual(folder.labels);
      const names = images.refs.map((ref) => ref.kind === 'file' && ref.name);
      expect(names).toEqual(folder.refs.map((ref) => ref.kind === 'file' && ref.name));
    }
  });

  it('are read in place by a lane, one at a time', async () => {
    lab.write('set.zip', zipSync(pictures('')));
    const { images } = await read({ images: { source: 'zip', path: 'set.zip', count: 3 } });
    const { images: folder } = await read({
      images: { source: 'folder', path: 'images', count: 3 },
    });
    expect(images.refs).toHaveLength(3);
    for (const [at, ref] of images.refs.entries()) {
      const other = folder.refs[at];
      if (other === undefined) throw new Error('the folder has as many');
      const cloned = structuredClone(ref);
      expect(await readImage(cloned, nodeFiles)).toEqual(await readImage(other, nodeFiles));
    }
  });
});

describe('a spec that a page has written', () => {
  /** The pictures of the lab as a page keeps them. */
  const kept = (corrections: KeptImageSet['corrections']): KeptImageSet => ({
    name: 'images',
    source: 'folder',
    added: 0,
    corrections,
    images: COLOURS.toSorted().flatMap((className) =>
      readdirSync(lab.path('images', className)).map((name) => ({
        file: `${className}/${name}`,
        className,
        sha256: '',
        width: 8,
        height: 8,
        bytes: 1,
      })),
    ),
  });
  const namesOf = ({ images }: RunOptions) =>
    images.refs.map((ref) => ref.kind === 'file' && ref.name);

  it('takes the same images as the same classes, corrected by hand and dealt out', async () => {
    lab.write('painted.txt', 'rouge\nvert\nblue\n');
    const known = { count: 3, names: ['rouge', 'vert', 'blue'] };
    const set = kept({ red: 'rouge', green: null });
    const models = [{ path: 'net', labels: 'painted.txt' }];
    for (const taking of [{}, { part: { of: 2, take: [2] } }]) {
      const written = { ...chooseSet(set, known), ...taking };
      const images = imagesSchema.parse(JSON.parse(JSON.stringify(written)));
      const run = await read({ models, images });
      const onPage = takenOfSet(set, known, written);
      expect(namesOf(run)).toEqual(onPage.images.map(({ file }) => file));
      expect(run.images.labels).toEqual(onPage.labels);
    }
  });

  it('may name classes of a table, and pictures in no folder', async () => {
    const table = await read({
      images: { source: 'csv', path: 'images.csv', root: 'images', classes: { red: 'blue' } },
    });
    expect(Array.from(table.images.labels.subarray(0, 2))).toEqual([2, 0]);
    lab.write('loose/1.png', bytesOf('images/red/0.png'));
    const loose = { source: 'folder', path: 'loose' };
    const { images } = await read({ images: { ...loose, classes: { '': 'green' } } });
    expect([...images.labels]).toEqual([1]);
    await expect(read({ images: { ...loose, classes: { '': null } } })).rejects.toThrow(
      /nothing is left of its images/,
    );
  });

  it('says of a class that nobody knows how it is named or left out', async () => {
    lab.write('strange/mauve/1.png', bytesOf('images/red/0.png'));
    await expect(read({ images: { source: 'folder', path: 'strange' } })).rejects.toThrow(
      /mauve.*images\.classes/,
    );
  });
});

describe('classes of a folder', () => {
  it('are recognised by WordNet id, synonym and case, in folders within folders', async () => {
    lab.write(
      'ids.txt',
      'n01440764 tench, Tinca tinca\nn01443537 goldfish\nn01484850 Great_White shark\n',
    );
    const png = bytesOf('images/red/0.png');
    lab.write('fish/a/n01440764/1.png', png);
    lab.write('fish/a/Goldfish/1.png', bytesOf('images/red/1.png'));
    lab.write('fish/b/tinca tinca/1.png', bytesOf('images/green/0.png'));
    lab.write('fish/b/great-white-shark/1.png', bytesOf('images/green/1.png'));
    const { images } = await read({
      models: [{ path: 'net', labels: 'ids.txt' }],
      images: { source: 'folder', path: 'fish' },
    });
    const names = images.refs.map((ref) => ref.kind === 'file' && ref.name);
    expect(names).toEqual([
      'a/Goldfish/1.png',
      'b/great-white-shark/1.png',
      'a/n01440764/1.png',
      'b/tinca tinca/1.png',
    ]);
    expect([...images.labels]).toEqual([1, 2, 0, 0]);
  });

  it('are not needed where the models predict them, nor looked at', async () => {
    lab.write('loose/one.png', bytesOf('images/red/0.png'));
    lab.write('loose/who/knows.png', bytesOf('images/red/1.png'));
    lab.write('loose.csv', 'file\nloose/one.png\n');
    for (const images of [
      { source: 'folder', path: 'loose' },
      { source: 'csv', path: 'loose.csv' },
    ]) {
      const { images: set } = await read({ images: { ...images, labels: 'predicted' } });
      expect(set.refs.length).toBeGreaterThan(0);
      expect(set.labels.every((label) => label === NO_LABEL)).toBe(true);
    }
  });
});

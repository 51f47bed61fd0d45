import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { repairResultSchema } from '../../../src/protocol/repair-result.ts';
import { resultSchema } from '../../../src/protocol/result.ts';
import { modelFolder, modelZip } from '../../../src/run/repair/model-folder.ts';
import { tinyModel } from '../../support/lanes/tiny-model.ts';
import { runLab } from './run-lab.ts';
import { tinyLab } from './tiny-lab.ts';

const lab = tinyLab(4);
afterAll(() => lab.remove());

const repair = {
  model: 'net',
  counts: [4],
  train: { source: 'csv', path: 'train.csv' },
  validation: { source: 'csv', path: 'validation.csv' },
  epochs: 8,
  batch: 4,
  learningRate: 0.1,
  epsilons: [4],
  layers: 'all',
};
const images = { source: 'csv', path: 'test.csv' };
const models = [{ path: 'net', labels: 'labels.txt', preprocess: { mean: [0.3, 0.3, 0.3] } }];

/** The first images of each colour train, the last ones judge. */
function table(name: string, indices: readonly number[]): void {
  const rows = ['red', 'green', 'blue'].flatMap((colour) =>
    indices.map((index) => `images/${colour}/${index}.png,${colour}`),
  );
  lab.write(name, `file,class\n${rows.join('\n')}\n`);
}
table('train.csv', [0, 1]);
table('validation.csv', [2]);
table('test.csv', [3]);

const readJson = (...parts: string[]): unknown =>
  JSON.parse(readFileSync(lab.path(...parts), 'utf8'));

describe('the repair command', () => {
  it('writes a result and models that a sweep takes by their path', async () => {
    const grid = { counts: [1, 8] };
    const spec = lab.spec({ models, images, grid, repair });
    const { code, stdout, stderr } = await runLab(['repair', spec, '--out', lab.path('mended')]);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(stdout).toBe(`${lab.path('mended')}\n`);
    expect(readdirSync(lab.path('mended')).sort()).toEqual([
      'images.csv',
      'net-repaired-4',
      'result.json',
      'training-images.csv',
    ]);
    expect(readdirSync(lab.path('mended', 'net-repaired-4')).sort()).toEqual([
      'labels.txt',
      'model.json',
      'preprocess.json',
      'weights.bin',
    ]);
    const result = repairResultSchema.parse(readJson('mended', 'result.json'));

    const again = lab.spec({
      models: [{ path: join('mended', 'net-repaired-4') }],
      images,
      grid,
      eligibility: 'all',
    });
    const swept = await runLab(['sweep', again, '--out', lab.path('swept')]);
    expect({ code: swept.code, stderr: swept.stderr }).toMatchObject({ code: 0 });
    const { clean, cells, models: found } = resultSchema.parse(readJson('swept', 'result.json'));
    const of = <T extends { readonly model: string }>(rows: readonly T[] | undefined) =>
      (rows ?? []).filter(({ model }) => model === 'net-repaired-4');
    expect(found[0]?.hash).toBe(result.repaired[0]?.hash);
    expect(clean['net-repaired-4']?.correct).toBe(of(result.heldOut?.clean)[0]?.correct);
    expect(cells.map(({ eligible, wrong }) => eligible - wrong)).toEqual(
      of(result.heldOut?.cells).map(({ correct }) => correct),
    );
  });

  it.each([
    [{ repair: { ...repair, model: 'nobody' } }, 'repair.model: "nobody"'],
    [{ repair: { ...repair, train: images } }, 'is also one of the training images'],
    [{ repair: { ...repair, classes: [0, 7] } }, 'repair.classes'],
    [{}, 'repair: the spec says nothing of a repair'],
  ])('ends with 2 and one line for %o', async (change, message) => {
    const spec = lab.spec({ models, images, grid: { counts: [1] }, ...change });
    const { code, stderr } = await runLab(['repair', spec, '--out', lab.path('nothing')]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(readdirSync(lab.folder)).not.toContain('nothing');
  });

  it('has no --chunk', async () => {
    const { code, stderr } = await runLab(['repair', 'x.json', '--out', 'y', '--chunk', '3']);
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('--chunk') });
  });
});

it('a model in a zip is its folder', () => {
  const model = { id: 'a-repaired-4', count: 4, files: tinyModel('a', 1), hash: '', epoch: 3 };
  const names = ['one', 'two'];
  const files = unzipSync(modelZip(model, names));
  for (const [name, bytes] of Object.entries(modelFolder(model, names))) {
    expect(files[`a-repaired-4/${name}`]).toEqual(bytes);
  }
  expect(new TextDecoder().decode(files['a-repaired-4/labels.txt'])).toBe('one\ntwo\n');
  expect(modelZip(model, names)).toEqual(modelZip(model, names));
});

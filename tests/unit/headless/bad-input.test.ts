import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { runLab } from './run-lab.ts';
import { tinyLab } from './tiny-lab.ts';

const lab = tinyLab(2);
afterAll(() => lab.remove());

const grid = { counts: [1, 4], values: ['replace'], regions: [1] };
const csv = (path: string) => ({ source: 'csv', path, root: 'images' });

/** Runs a sweep that must be refused, and returns its one line. */
async function refusal(spec: string, out = `${spec}.out`): Promise<string> {
  const before = existsSync(out);
  const { code, stdout, stderr } = await runLab(['sweep', spec, '--out', out, '--lanes', '1']);
  expect({ code, stdout, stderr }).toMatchObject({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^[^\n]+\n$/);
  expect(existsSync(out)).toBe(before);
  return stderr;
}

describe.concurrent(
  'a spec that is at fault ends with code 2, one line and nothing written',
  () => {
    it.each<[string, Record<string, unknown>, RegExp]>([
      ['an unknown model', { models: ['resnet9000'] }, /models\[0\].*"resnet9000"/],
      ['a fractional count', { grid: { ...grid, counts: [1.5] } }, /grid\.counts\[0\]/],
      ['a negative count', { grid: { ...grid, counts: [4, -1] } }, /grid\.counts\[1\]/],
      ['a count twice', { grid: { ...grid, counts: [4, 1, 4] } }, /grid\.counts\[2\]: 4/],
      ['an unknown key', { colour: 'red' }, /colour: unknown key/],
    ])('%s', async (_, changes, words) => {
      expect(await refusal(lab.spec(changes))).toMatch(words);
    });

    it('a count over the pixels of a region', async () => {
      const spec = lab.spec({ grid: { ...grid, counts: [1, 17], regions: [1, 0.5] } });
      expect(await refusal(spec)).toMatch(/grid\.counts\[1\]: 17 pixels.*4×4 = 16/);
    });

    it('no spec at the path', async () => {
      expect(await refusal(lab.path('none.json'))).toMatch(/none\.json: there is no such file/);
    });

    it('a spec that is not JSON', async () => {
      expect(await refusal(lab.write('bad.json', '{ "version": 1,'))).toMatch(
        /bad\.json: not JSON/,
      );
    });

    it('weights that are cut off', async () => {
      lab.write('cut/model.json', readFileSync(lab.path('net/model.json')));
      lab.write('cut/weights.bin', readFileSync(lab.path('net/weights.bin')).subarray(0, 40));
      expect(await refusal(lab.spec({ models: [{ path: 'cut', labels: 'labels.txt' }] }))).toMatch(
        /cut/,
      );
    });

    it('labels of another number than the outputs', async () => {
      const models = [{ path: 'wide', labels: 'labels.txt' }];
      expect(await refusal(lab.spec({ models }))).toMatch(/wide.*4/);
    });

    it('an empty folder of images', async () => {
      lab.write('empty/readme.txt', 'nothing here');
      const spec = lab.spec({ images: { source: 'folder', path: 'empty' } });
      expect(await refusal(spec)).toMatch(/empty: holds no images/);
    });

    it('a class that no model knows, with file, row and class', async () => {
      lab.write('crimson.csv', 'file,class\nred/0.png,red\nred/1.png,crimson\n');
      expect(await refusal(lab.spec({ images: csv('crimson.csv') }))).toMatch(
        /crimson\.csv, line 3: class "crimson"/,
      );
    });

    it('a class index that the models do not have', async () => {
      lab.write('index.csv', 'file,class\nred/0.png,3\n');
      expect(
        await refusal(lab.spec({ images: csv('index.csv'), models: [{ path: 'net' }] })),
      ).toMatch(/red\/0\.png has class 3, but net knows the classes 0 to 2/);
    });

    it('an image that is missing, with its row', async () => {
      lab.write('missing.csv', 'file,class\nred/0.png,red\nred/99.png,red\n');
      expect(await refusal(lab.spec({ images: csv('missing.csv') }))).toMatch(
        /missing\.csv, line 3: .*99\.png/,
      );
    });

    it('an image that is none', async () => {
      lab.write('images/text.png', 'not a picture');
      lab.write('text.csv', 'file,class\nred/0.png,red\ntext.png,red\n');
      expect(await refusal(lab.spec({ images: csv('text.csv') }))).toMatch(
        /text\.png: not an image/,
      );
    });

    it('an image that turns out to be damaged when it is decoded', async () => {
      const bytes = readFileSync(lab.path('images/red/0.png'));
      bytes[bytes.length - 30] = (bytes.at(-30) ?? 0) ^ 1;
      lab.write('images/damaged.png', bytes);
      lab.write('damaged.csv', 'file,class\nred/0.png,red\ndamaged.png,red\n');
      expect(await refusal(lab.spec({ images: csv('damaged.csv') }))).toMatch(
        /damaged\.png: cannot be decoded/,
      );
    });
  },
);

describe.concurrent('arguments that are at fault', () => {
  it('an output folder that is a file', async () => {
    const file = lab.write('taken', 'x');
    expect(await refusal(lab.spec(), file)).toMatch(/--out: .*taken: cannot be written/);
    expect(readFileSync(file, 'utf8')).toBe('x');
  });

  it('an output folder inside a file', async () => {
    expect(await refusal(lab.spec(), lab.path('taken/deep/er'))).toMatch(
      /--out: .*cannot be written/,
    );
  });

  it('an existing output folder stays as it was', async () => {
    lab.write('old/result.json', 'earlier');
    await refusal(lab.spec({ seed: 0.5 }), lab.path('old'));
    expect(readdirSync(lab.path('old'))).toEqual(['result.json']);
  });

  it('an unknown option', async () => {
    const { code, stdout, stderr } = await runLab(['sweep', 'a', '--out', 'c', '--speed', '3']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^arguments: Unknown option '--speed'; see "lab help"\n$/);
  });
});

describe('help', () => {
  it('explains the command', async () => {
    const { code, stdout, stderr } = await runLab(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/sweep SPEC\.json --out DIR/);
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { decodeImage } from '../../../src/images/files/decode.ts';
import { resultSchema } from '../../../src/protocol/result.ts';
import { runLab } from './run-lab.ts';
import { COLOURS, tinyLab } from './tiny-lab.ts';

const lab = tinyLab(4);
afterAll(() => lab.remove());

const rowsSchema = z.array(z.record(z.string(), z.string()));
const namesIn = (zip: string): string[] => Object.keys(unzipSync(readFileSync(zip)));
const textIn = (out: string, name: string): string =>
  out.endsWith('.zip')
    ? strFromU8(unzipSync(readFileSync(out))[name] ?? new Uint8Array(0))
    : readFileSync(join(out, name), 'utf8');
const rowsIn = (out: string) =>
  rowsSchema.parse(parse(textIn(out, 'samples.csv'), { columns: true }));
const samplesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.png'),
  );
const imageIn = (path: string) => decodeImage(readFileSync(path), path).rgb;

let specs = 0;
function spec(samples: unknown, changes: Record<string, unknown> = {}): string {
  specs += 1;
  const images = { source: 'folder', path: 'images' };
  const json = { version: 1, seed: 5, images, augment: samples, ...changes };
  return lab.write(`augment-${specs}.json`, JSON.stringify(json));
}

async function augment(path: string, name: string): Promise<string> {
  const out = lab.path(name);
  const { code, stdout, stderr } = await runLab(['augment', path, '--out', out]);
  expect({ code, stdout, stderr }).toMatchObject({ code: 0, stdout: `${out}\n` });
  return out;
}

async function refusal(path: string, out = `${path}.out`): Promise<string> {
  const { code, stdout, stderr } = await runLab(['augment', path, '--out', out]);
  expect({ code, stdout, stderr }).toMatchObject({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^[^\n]+\n$/);
  return stderr;
}

describe('augment', () => {
  it('writes samples of a folder in folders of their classes, with a table', async () => {
    const out = await augment(spec({ samples: 3, count: 5 }), 'samples');
    expect(readdirSync(out).sort()).toEqual([...COLOURS, 'samples.csv', 'samples.json'].sort());
    const rows = rowsIn(out);
    expect(rows).toHaveLength(3 * 4 * 3);
    expect(rows.map(({ file = '' }) => file).sort()).toEqual(samplesIn(out).sort());
    for (const { file = '', source = '', pixels = '' } of rows) {
      const original = imageIn(lab.path('images', source));
      const sample = imageIn(join(out, file));
      const positions = pixels.split(' ').map((pixel) => {
        const [row = '', column = ''] = pixel.split(':');
        return Number(row) * 8 + Number(column);
      });
      expect(new Set(positions).size).toBe(5);
      const differing = sample.findIndex(
        (byte, at) => byte !== original[at] && !positions.includes(Math.floor(at / 3)),
      );
      expect(differing).toBe(-1);
      expect(sample).not.toEqual(original);
    }
  });

  it('writes a folder that a sweep reads', async () => {
    const out = await augment(spec({ arm: 'flip-shift', samples: 2 }), 'to-measure');
    const images = { source: 'folder', path: 'to-measure' };
    const swept = lab.path('measured');
    const sweep = lab.spec({ images, grid: { counts: [1] }, eligibility: 'all' });
    const { code, stderr } = await runLab(['sweep', sweep, '--out', swept, '--lanes', '1']);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    const result = resultSchema.parse(JSON.parse(readFileSync(join(swept, 'result.json'), 'utf8')));
    expect(result.clean['net']?.images).toBe(samplesIn(out).length);
    // A moved picture keeps its colour, which is all that this model knows of it.
    expect(result.clean['net']?.correct).toBeGreaterThan(18);
  });

  it('writes a table that a sweep reads', async () => {
    await augment(spec({ samples: 1 }), 'as-table');
    const images = { source: 'csv', path: 'as-table/samples.csv' };
    const sweep = lab.spec({ images, grid: { counts: [1] } });
    const { code, stderr } = await runLab(['sweep', sweep, '--out', lab.path('tabled')]);
    expect({ code, stderr }).toMatchObject({ code: 0 });
  });

  it('takes a table of images, with classes as they are written there', async () => {
    const images = { source: 'csv', path: 'images.csv', root: 'images', count: 6 };
    const out = await augment(spec({ arm: 'noise' }, { images }), 'of-table');
    expect(rowsIn(out).map((row) => [row['class'], row['source']])).toEqual([
      ['red', 'red/0.png'],
      ['0', 'red/1.png'],
      ['red', 'red/2.png'],
      ['0', 'red/3.png'],
      ['green', 'green/0.png'],
      ['1', 'green/1.png'],
    ]);
  });

  it('takes Roadside, and the spec of a sweep whose models are not there', async () => {
    const images = { source: 'roadside', split: 'train', count: 12 };
    const sweep = { images, models: ['not-there'], grid: { counts: [1] }, draws: 2 };
    const out = await augment(spec({ arm: 'erasing' }, sweep), 'signs');
    expect(readdirSync(out)).toHaveLength(12 + 2);
  });

  it('gives the same files again, whatever the folder', async () => {
    const path = spec({ samples: 2 });
    const [first, second] = [await augment(path, 'once'), await augment(path, 'twice')];
    for (const name of [...samplesIn(first), 'samples.csv', 'samples.json']) {
      expect(readFileSync(join(second, name)).equals(readFileSync(join(first, name)))).toBe(true);
    }
  });

  it('packs the same files into a zip where the name asks for one', async () => {
    const path = spec({ samples: 2 });
    const [folder, zip] = [await augment(path, 'plain'), await augment(path, 'packed.zip')];
    const unpacked = Object.entries(unzipSync(readFileSync(zip)));
    expect(unpacked).toHaveLength(12 * 2 + 2);
    for (const [name, bytes] of unpacked) {
      expect(readFileSync(join(folder, name)).equals(bytes)).toBe(true);
    }
  });

  it.each([
    ['a folder', 'stopped', samplesIn],
    ['a zip', 'stopped.zip', (zip: string) => namesIn(zip).filter((name) => name.endsWith('.png'))],
  ])(
    'keeps what is done at Ctrl-C in %s, names it, and ends with code 3',
    async (_, name, made) => {
      const images = { source: 'roadside', split: 'train', count: 6 };
      const out = lab.path(name);
      let pressed = false;
      const args = ['augment', spec({ samples: 10_000 }, { images }), '--out', out];
      const { code, stderr } = await runLab(args, (text, interrupt) => {
        if (pressed || !/\d+ of 60000 samples, \d+ samples\/s, .* left/.test(text)) return;
        pressed = true;
        interrupt();
      });
      expect({ code, pressed }).toEqual({ code: 3, pressed: true });
      const kept = Number(/interrupted; (\d+) of 60000 samples are kept in /.exec(stderr)?.[1]);
      expect(stderr).toContain(`kept in ${out}`);
      expect(kept).toBeGreaterThan(0);
      expect(made(out)).toHaveLength(kept);
      expect(rowsIn(out)).toHaveLength(kept);
      expect(textIn(out, 'samples.json')).toContain('"complete": false');
    },
  );
});

describe('augment refuses, with code 2, one line and nothing written', () => {
  it('a spec without samples', async () => {
    const path = spec(undefined);
    expect(await refusal(path)).toMatch(/^augment: say what to make/);
    expect(existsSync(`${path}.out`)).toBe(false);
  });

  it('more pixels than an image has, named only when the image is met', async () => {
    const path = spec({ count: 65 });
    expect(await refusal(path)).toMatch(/image blue\/0\.png: count 65 is more than the 64 pixels/);
    expect(existsSync(`${path}.out`)).toBe(false);
  });

  it('an image that turns out to be damaged, after others were written', async () => {
    const bytes = readFileSync(lab.path('images/red/0.png'));
    bytes[bytes.length - 30] = (bytes.at(-30) ?? 0) ^ 1;
    lab.write('hurt/damaged.png', bytes);
    lab.write('damaged.csv', 'file,class\nimages/red/0.png,red\nhurt/damaged.png,green\n');
    const path = spec({}, { images: { source: 'csv', path: 'damaged.csv' } });
    expect(await refusal(path)).toMatch(/damaged\.png: cannot be decoded/);
    expect(existsSync(`${path}.out`)).toBe(false);
  });

  it('a folder with files in it, which stay', async () => {
    const file = lab.write('full/notes.txt', 'mine');
    expect(await refusal(spec({}), lab.path('full'))).toMatch(/--out: .*full: holds files already/);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it('a zip that is there already', async () => {
    const file = lab.write('there.zip', 'mine');
    expect(await refusal(spec({}), file)).toMatch(/--out: .*there\.zip: is there already/);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it('more files than a zip can hold', async () => {
    const path = spec({ samples: 10_000 });
    expect(await refusal(path, lab.path('new/many.zip'))).toMatch(/65535 files, not 120002/);
    expect(existsSync(lab.path('new'))).toBe(false);
  });
});

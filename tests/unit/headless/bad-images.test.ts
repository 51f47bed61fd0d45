import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { crc32 } from '../../../src/images/files/crc32.ts';
import { refusal } from './refusal.ts';
import { tinyLab } from './tiny-lab.ts';

const lab = tinyLab(2);
afterAll(() => lab.remove());

const csv = (path: string) => ({ source: 'csv', path, root: 'images' });
const zipped = (path: string): string => lab.spec({ images: { source: 'zip', path } });
const tinyPng = (): Uint8Array => new Uint8Array(readFileSync(lab.path('images/red/0.png')));

/** The beginning of a PNG whose header names a huge size, with a right checksum. */
function hugeHeader(): Uint8Array {
  const png = tinyPng().slice(0, 60);
  const view = new DataView(png.buffer);
  view.setUint32(16, 20_000);
  view.setUint32(20, 20_000);
  view.setUint32(29, crc32(png.subarray(12, 29)));
  return png;
}

describe.concurrent(
  'images that are at fault end with code 2, one line and nothing written',
  () => {
    it('an empty folder of images', async () => {
      lab.write('empty/readme.txt', 'nothing here');
      const spec = lab.spec({ images: { source: 'folder', path: 'empty' } });
      expect(await refusal(spec)).toMatch(/empty: holds no pictures/);
    });

    it('a zip that leads out of its folder', async () => {
      lab.write('up.zip', zipSync({ 'red/1.png': tinyPng(), '../up.png': tinyPng() }));
      expect(await refusal(zipped('up.zip'))).toMatch(/up\.zip: it holds "\.\.\/up\.png"/);
    });

    it('a zip bomb, before it is expanded', async () => {
      const bomb = zipSync({ 'red/1.png': new Uint8Array(2 ** 18) }, { level: 9 });
      const at = bomb.findLastIndex(
        (_, index) =>
          new DataView(bomb.buffer).getUint16(Math.min(index, bomb.length - 2)) === 0x504b &&
          bomb[index + 2] === 1,
      );
      new DataView(bomb.buffer).setUint32(at + 24, 3e9, true);
      lab.write('bomb.zip', bomb);
      expect(await refusal(zipped('bomb.zip'))).toMatch(/bomb\.zip: red\/1\.png .*a zip bomb/);
    });

    it('a zip that is cut in half', async () => {
      const whole = zipSync({ 'red/1.png': tinyPng(), 'red/2.png': tinyPng() });
      lab.write('half.zip', whole.subarray(0, whole.length / 2));
      expect(await refusal(zipped('half.zip'))).toMatch(
        /half\.zip: not a zip, or its end is missing/,
      );
    });

    it('a zip with a damaged picture, by its name', async () => {
      const whole = zipSync({ 'red/1.png': [tinyPng(), { level: 0 }] });
      whole[60] = (whole[60] ?? 0) ^ 1;
      lab.write('damaged.zip', whole);
      expect(await refusal(zipped('damaged.zip'))).toMatch(
        /damaged\.zip: red\/1\.png is damaged: wrong checksum/,
      );
    });

    it('a picture in no folder that names its class', async () => {
      lab.write('loose/one.png', tinyPng());
      const spec = lab.spec({ images: { source: 'folder', path: 'loose' } });
      expect(await refusal(spec)).toMatch(/loose: one\.png lies in no folder .*"predicted"/);
    });

    it('a picture of 20,000 by 20,000 pixels, by its header alone', async () => {
      lab.write('images/huge.png', hugeHeader());
      lab.write('huge.csv', 'file,class\nhuge.png,red\n');
      expect(await refusal(lab.spec({ images: csv('huge.csv') }))).toMatch(
        /huge\.png: 20000x20000 pixels are more than/,
      );
    });

    it('a picture that is cut off', async () => {
      const whole = readFileSync(lab.path('images/red/0.png'));
      lab.write('images/short.png', whole.subarray(0, whole.length / 2));
      lab.write('short.csv', 'file,class\nred/0.png,red\nshort.png,red\n');
      expect(await refusal(lab.spec({ images: csv('short.csv') }))).toMatch(
        /short\.png: cannot be decoded/,
      );
    });

    it('classes that no model knows, all of them', async () => {
      lab.write('two.csv', 'file,class\nred/0.png,crimson\nred/1.png,scarlet\n');
      expect(await refusal(lab.spec({ images: csv('two.csv') }))).toMatch(
        /"crimson" \(two\.csv, line 2\), "scarlet" \(two\.csv, line 3\)/,
      );
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

import { expect, test } from 'vitest';
import { encode } from 'fast-png';
import { ImageStore } from '../../../../src/engine/lane/image-store.ts';
import { inputGeometry } from '../../../../src/engine/lane/input-geometry.ts';
import { renderRoadside } from '../../../../src/images/roadside/render.ts';
import { preprocessSchema } from '../../../../src/protocol/spec.ts';

const sha256 = 'ab'.repeat(32);
const preprocess = preprocessSchema.parse({});
const at64 = inputGeometry([64, 64, 3], preprocess);
const at32 = inputGeometry([32, 32, 3], preprocess);
const first = Uint32Array.of(0);

test('a generated image comes as it was rendered, keyed by its index', async () => {
  const store = new ImageStore({});
  store.open([{ kind: 'roadside', index: 12 }]);
  const [image] = await store.load(first, at64);
  expect(image?.key).toEqual([12, 0]);
  expect(image?.bytes).toEqual(renderRoadside(12));
});

test('each image is read once for each input size', async () => {
  const read: string[] = [];
  const file = encode({ width: 64, height: 64, data: renderRoadside(3), channels: 3 });
  const store = new ImageStore({
    readFile: async (path) => {
      read.push(path);
      return file;
    },
  });
  store.open([{ kind: 'file', name: 'sign.png', content: 'signs/sign.png', sha256 }]);
  const again = async () => [await store.load(first, at64), await store.load(first, at32)] as const;
  const [large, small] = await again();
  expect([large[0]?.bytes.length, small[0]?.bytes.length]).toEqual([64 * 64 * 3, 32 * 32 * 3]);
  expect(large[0]?.bytes).toEqual(renderRoadside(3));
  expect(await again()).toEqual([large, small]);
  expect(read).toEqual(['signs/sign.png', 'signs/sign.png']);
});

test('a file that was dropped on the page is read from its blob', async () => {
  const store = new ImageStore({});
  const png = encode({ width: 64, height: 64, data: renderRoadside(4), channels: 3 });
  const content = new Blob([Uint8Array.from(png)]);
  store.open([{ kind: 'file', name: 'sign.png', content, sha256 }]);
  const [image] = await store.load(first, at64);
  expect(image?.key).toEqual([0xabababab, 0xabababab]);
  expect(image?.bytes).toEqual(renderRoadside(4));
});

test.each([
  ['missing', 'image-missing', async () => Promise.reject(new Error('no such file'))],
  ['damaged', 'image-corrupt', async () => Uint8Array.of(1, 2, 3)],
])('a %s file is named', async (_, kind, readFile) => {
  const store = new ImageStore({ readFile });
  store.open([{ kind: 'file', name: 'stop 7.png', content: 'stop 7.png', sha256 }]);
  await expect(store.load(first, at64)).rejects.toMatchObject({ kind, subject: 'stop 7.png' });
});

test('positions beyond the list are refused', async () => {
  const store = new ImageStore({});
  store.open([{ kind: 'roadside', index: 12 }]);
  await expect(store.load(Uint32Array.of(1), at64)).rejects.toMatchObject({
    kind: 'image-missing',
  });
});

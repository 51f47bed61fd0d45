import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { zipSync } from 'fflate';
import { encodePng } from '../../src/images/files/encode-png.ts';
import { renderRoadside } from '../../src/images/roadside/render.ts';
import { sha256 } from '../../src/core/sha256.ts';
import { chosenFiles } from '../../src/state/images/found-file.ts';
import {
  deleteImageSet,
  imageSetNamed,
  imageSets,
  listImageSets,
} from '../../src/state/images/image-sets.ts';
import { keptSets } from '../../src/state/images/kept-sets.ts';
import { cancelImport, importImages } from '../../src/state/images/import-images.ts';
import { importStore } from '../../src/state/images/import-store.ts';
import { imageFile, imageRefs, imageThumbnail } from '../../src/state/images/set-files.ts';
import { clearStorage, limitStorage } from './storage.ts';

const png = (index: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(encodePng({ width: 64, height: 64, rgb: renderRoadside(index) }));

function file(path: string, bytes: Uint8Array<ArrayBuffer> | string): File {
  const made = new File([bytes], path.split('/').at(-1) ?? path);
  Object.defineProperty(made, 'webkitRelativePath', { value: path.includes('/') ? path : '' });
  return made;
}

const take = (...files: readonly File[]) => importImages(chosenFiles(files), { looseClass: '' });

function zip(name: string, entries: Record<string, Uint8Array>): File {
  return new File([Uint8Array.from(zipSync(entries))], name);
}

/** An archive whose directory promises a file of 4 GB. */
function bomb(name: string): File {
  const bytes = Uint8Array.from(zipSync({ 'stop/1.png': png(1) }));
  const directory = bytes.findLastIndex(
    (_, at) => bytes.subarray(at, at + 4).join() === '80,75,1,2',
  );
  new DataView(bytes.buffer).setUint32(directory + 24, 4e9, true);
  return new File([bytes], name);
}

const filesOf = (name: string) => imageSetNamed(name)?.images.map((image) => image.file) ?? [];
const faults = () => importStore.getState().faults;

async function forgetAll(): Promise<void> {
  await listImageSets();
  for (const { name } of imageSets.getState().sets) await deleteImageSet(name);
}

beforeAll(clearStorage);
afterEach(forgetAll);
afterAll(clearStorage);

// First in this file: for half a minute after some writing, Chromium lets more be written unasked.
test('with a full storage a set stays until the page is left, and nothing kept is lost', async () => {
  const { usage = 0 } = await navigator.storage.estimate();
  await limitStorage(usage + 300_000);
  try {
    await take(file('kept/stop/1.png', png(1)));
    expect(importStore.getState().storage).toBeNull();
    const signs = Array.from({ length: 90 }, (_, at) => file(`signs/stop/${at}.png`, png(at)));
    await take(...signs);
    expect(importStore.getState().storage).toMatchObject({ kind: 'storage' });
    expect(importStore.getState().storage?.message).toMatch(/storage of this browser is full/);
    const refs = async (name: string) => imageRefs(name, imageSetNamed(name)?.images ?? []);
    expect(await refs('signs')).toHaveLength(90);
    expect((await keptSets()).map(({ name }) => name)).toEqual(['kept']);
    expect(await refs('kept')).toHaveLength(1);
  } finally {
    await limitStorage(null);
  }
});

describe('a set of pictures', () => {
  test('is made of a folder, keeps hashes and sizes, and is there after a reload', async () => {
    await take(file('signs/yield/2.png', png(2)), file('signs/stop/1.png', png(1)));
    const set = imageSetNamed('signs');
    expect(set?.source).toBe('folder');
    expect(set?.images).toEqual([
      {
        file: 'stop/1.png',
        className: 'stop',
        sha256: sha256(png(1)),
        width: 64,
        height: 64,
        bytes: png(1).length,
      },
      {
        file: 'yield/2.png',
        className: 'yield',
        sha256: sha256(png(2)),
        width: 64,
        height: 64,
        bytes: png(2).length,
      },
    ]);
    imageSets.setState({ sets: [] });
    await listImageSets();
    expect(imageSetNamed('signs')).toEqual(set);
    const [ref] = await imageRefs('signs', set?.images.slice(1) ?? []);
    if (ref?.kind !== 'file' || !(ref.content instanceof Blob)) throw new Error('no file');
    expect(new Uint8Array(await ref.content.arrayBuffer())).toEqual(png(2));
    expect(await imageThumbnail('signs', 'stop/1.png')).toEqual(png(1));
  });

  test('is made of a zip, whose files become its own', async () => {
    await take(zip('signs.zip', { 'all/stop/1.png': png(1), 'all/stop/notes.txt': png(2) }));
    expect(imageSetNamed('signs.zip')?.source).toBe('zip');
    expect(filesOf('signs.zip')).toEqual(['stop/1.png']);
    expect(importStore.getState().passedOver).toBe(1);
    expect((await imageFile('signs.zip', 'stop/1.png')).size).toBe(png(1).length);
  });

  test('is made of a table and the files that came with it', async () => {
    await take(
      file('labels.csv', 'file,class\nb.png,stop\na.png,yield\nc.png,stop\n'),
      file('a.png', png(1)),
      file('b.png', png(2)),
    );
    expect(
      imageSetNamed('labels.csv')?.images.map((each) => `${each.file} ${each.className}`),
    ).toEqual(['b.png stop', 'a.png yield']);
    expect(faults().map(({ name }) => name)).toEqual(['c.png']);
  });

  test('grows by single files with the class that was chosen for them', async () => {
    const add = (bytes: Uint8Array<ArrayBuffer>) =>
      importImages(chosenFiles([file('image.png', bytes)]), {
        looseClass: 'stop',
        into: 'Pasted pictures',
      });
    await add(png(1));
    await add(png(2));
    expect(filesOf('Pasted pictures')).toEqual(['image.png', 'image 2.png']);
    expect(imageSetNamed('Pasted pictures')?.images.map(({ className }) => className)).toEqual([
      'stop',
      'stop',
    ]);
  });

  test('takes another name where one of its name is there', async () => {
    await take(file('signs/stop/1.png', png(1)));
    await take(file('signs/stop/1.png', png(1)));
    expect(imageSets.getState().sets.map(({ name }) => name)).toEqual(['signs', 'signs 2']);
  });

  test('is gone with its files once it is deleted', async () => {
    await take(file('signs/stop/1.png', png(1)));
    await deleteImageSet('signs');
    expect(imageSets.getState().sets).toEqual([]);
    await expect(imageFile('signs', 'stop/1.png')).rejects.toMatchObject({ kind: 'image-missing' });
  });
});

describe('a bad file', () => {
  test('is named with what is wrong with it, and the rest goes on', async () => {
    const huge = Uint8Array.from(png(1));
    new DataView(huge.buffer).setUint32(16, 20_000);
    new DataView(huge.buffer).setUint32(20, 20_000);
    const corrupt = Uint8Array.from(png(1));
    corrupt.fill(7, 60, 200);
    await take(
      file('signs/stop/good.png', png(3)),
      file('signs/stop/cut.png', png(1).slice(0, 900)),
      file('signs/stop/corrupt.png', corrupt),
      file('signs/stop/huge.png', huge),
      file('signs/stop/text.jpg', 'not a picture at all'),
      file('signs/stop/empty.png', ''),
    );
    expect(filesOf('signs')).toEqual(['stop/good.png']);
    const reasons = Object.fromEntries(faults().map(({ name, reason }) => [name, reason]));
    expect(Object.keys(reasons).sort()).toEqual(
      ['corrupt', 'cut', 'empty', 'huge'].map((name) => `stop/${name}.png`).concat('stop/text.jpg'),
    );
    expect(reasons['stop/huge.png']).toMatch(/20000x20000 pixels/);
    expect(reasons['stop/cut.png']).toMatch(/cannot be decoded as PNG/);
    expect(reasons['stop/text.jpg']).toMatch(/not an image that can be read/);
    expect(reasons['stop/empty.png']).toMatch(/empty/);
  });

  test.each([
    ['whose names lead out of it', zip('bad.zip', { '../stop/1.png': png(1) }), /path that leaves/],
    ['that is a bomb', bomb('bad.zip'), /zip bomb/],
    ['that is none', file('bad.zip', 'hello'), /not a zip/],
  ])('may be an archive %s: nothing of it is read', async (_, archive, reason) => {
    await take(file('kept/stop/1.png', png(1)));
    await take(archive);
    expect(faults()).toEqual([{ name: 'bad.zip', reason: expect.stringMatching(reason) }]);
    expect(imageSets.getState().sets.map(({ name }) => name)).toEqual(['kept']);
  });

  test('may be a folder with nothing in it, or with no pictures', async () => {
    await importImages({ label: 'empty', files: Promise.resolve([]) }, { looseClass: '' });
    expect(faults()).toEqual([{ name: 'empty', reason: 'there is no file in it' }]);
    await take(file('notes/readme.txt', 'hello'));
    expect(faults()).toEqual([
      { name: 'notes', reason: expect.stringMatching(/^holds no pictures/) },
    ]);
  });

  test('may be a folder of 100,000 pictures: it is refused as a whole', async () => {
    const files = Array.from({ length: 100_000 }, (_, index) => ({
      path: `many/stop/${index}.png`,
      open: () => Promise.resolve(new File([], 'x')),
    }));
    await importImages({ label: 'many', files: Promise.resolve(files) }, { looseClass: '' });
    expect(faults()).toEqual([
      {
        name: 'many',
        reason: expect.stringMatching(/^has 100000 pictures; a set takes up to 50000/),
      },
    ]);
  });
});

test('a cancelled import keeps what it has read', async () => {
  const files = Array.from({ length: 400 }, (_, index) =>
    file(`signs/stop/${index}.png`, png(index % 7)),
  );
  const stop = importStore.subscribe(({ done }) => {
    if (done > 0) cancelImport();
  });
  await take(...files);
  stop();
  expect(importStore.getState().phase).toBe('cancelled');
  const read = filesOf('signs').length;
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(400);
  expect((await imageRefs('signs', imageSetNamed('signs')?.images ?? [])).length).toBe(read);
});

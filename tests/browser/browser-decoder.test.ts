import { expect, test } from 'vitest';
import { inputGeometry } from '../../src/engine/lane/input-geometry.ts';
import { ImageStore } from '../../src/engine/lane/image-store.ts';
import { preprocessSchema } from '../../src/protocol/spec.ts';
import golden from '../fixtures/images/browser.json';
import { decodeAny } from '../../src/images/files/decode-any.ts';
import { decodeInBrowser, guardedDecoder } from '../../src/workers/browser-decoder.ts';
import { canvasIsFaithful } from '../../src/workers/canvas-check.ts';

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

test.each(golden.cases)('$name has the pixels that Pillow decodes', async (each) => {
  const image = await decodeAny(bytesOf(each.file), each.name, decodeInBrowser);
  expect([image.width, image.height]).toEqual([each.width, each.height]);
  const expected = bytesOf(each.rgb);
  const differences = image.rgb.map((byte, at) => Math.abs(byte - (expected[at] ?? 999)));
  expect(Math.max(...differences)).toBeLessThanOrEqual(each.tolerance);
});

test.each(golden.cases)('$name is named where it is cut off', async ({ name, file }) => {
  const cut = bytesOf(file).slice(0, 40);
  await expect(decodeAny(cut, name, decodeInBrowser)).rejects.toMatchObject({
    kind: 'image-corrupt',
    subject: name,
  });
});

test('a canvas of this browser gives back what was put on it', () => {
  expect(canvasIsFaithful()).toBe(true);
});

test('a lane takes a WebP as it takes a PNG', async () => {
  const webp = golden.cases.find(({ name }) => name === 'lossless.webp');
  if (webp === undefined) throw new Error('no such picture');
  const store = new ImageStore({ decodeInBrowser });
  const content = new Blob([bytesOf(webp.file)]);
  store.open([{ kind: 'file', name: webp.name, content, sha256: 'ab'.repeat(32) }]);
  const geometry = inputGeometry([webp.height, webp.width, 3], preprocessSchema.parse({}));
  const [image] = await store.load(Uint32Array.of(0), geometry);
  expect(image?.bytes).toEqual(bytesOf(webp.rgb));
});

test('where a canvas is altered, nothing is read through it and the reason is given', async () => {
  const { prototype } = OffscreenCanvasRenderingContext2D;
  const own = Object.getOwnPropertyDescriptor(prototype, 'getImageData');
  const gif = golden.cases.find(({ name }) => name === 'still.gif');
  // As in browsers that protect against fingerprinting, what is read is not what was drawn.
  Object.defineProperty(prototype, 'getImageData', {
    configurable: true,
    value: (_x: number, _y: number, width: number, height: number) => new ImageData(width, height),
  });
  try {
    expect(canvasIsFaithful()).toBe(false);
    const refused = decodeAny(bytesOf(gif?.file ?? ''), 'still.gif', guardedDecoder());
    await expect(refused).rejects.toMatchObject({
      kind: 'image-corrupt',
      message: expect.stringMatching(/^still\.gif: .*alters what a page reads from a canvas/),
    });
  } finally {
    Object.defineProperty(prototype, 'getImageData', own ?? {});
  }
});

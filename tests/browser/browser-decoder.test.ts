import { expect, test } from 'vitest';
import golden from '../fixtures/images/browser.json';
import { decodeAny } from '../../src/images/files/decode-any.ts';
import { decodeInBrowser } from '../../src/workers/browser-decoder.ts';
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

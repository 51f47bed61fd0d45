import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { browserFormat, readBrowserHeader } from '../../../../src/images/files/browser-formats.ts';
import { decodeAny } from '../../../../src/images/files/decode-any.ts';
import { fixture, fromBase64 } from './fixtures.ts';

const { cases } = fixture(
  'browser.json',
  z.object({
    cases: z.array(
      z.object({ name: z.string(), width: z.int(), height: z.int(), file: z.string() }),
    ),
  }),
);
const formats: Record<string, string> = { webp: 'WebP', avif: 'AVIF', gif: 'GIF', bmp: 'BMP' };

describe.each(cases)('$name', ({ name, width, height, file }) => {
  const bytes = fromBase64(file);

  it('is told apart and its size read from its first bytes', () => {
    expect(browserFormat(bytes)).toBe(formats[name.split('.')[1] ?? '']);
    expect(readBrowserHeader(bytes)).toEqual({ width, height });
  });

  it('is refused where no browser is at hand', async () => {
    await expect(decodeAny(bytes, name, undefined)).rejects.toMatchObject({
      kind: 'image-corrupt',
      subject: name,
    });
  });
});

it('a picture of too many pixels is refused before the browser decodes it', async () => {
  const gif = fromBase64(cases.find(({ name }) => name === 'still.gif')?.file ?? '').slice();
  new DataView(gif.buffer).setUint16(6, 20_000, true);
  new DataView(gif.buffer).setUint16(8, 20_000, true);
  let asked = 0;
  const decode = async () => {
    asked += 1;
    return Promise.reject(new Error('not to be asked'));
  };
  await expect(decodeAny(gif, 'huge.gif', decode)).rejects.toMatchObject({
    kind: 'image-corrupt',
    message: expect.stringMatching(/^huge.gif: 20000x20000 pixels/),
  });
  expect(asked).toBe(0);
});

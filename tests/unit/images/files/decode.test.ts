import { readFileSync } from 'node:fs';
import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkImageHeader, decodeImage } from '../../../../src/images/files/decode.ts';
import { LabError } from '../../../../src/protocol/lab-error.ts';
import { fixture, fixtureFile, fromBase64, storedImage } from './fixtures.ts';

const golden = fixture('decoded.json', z.object({ images: z.record(z.string(), storedImage) }));
const names = Object.keys(golden.images);
const load = (name: string): Uint8Array => new Uint8Array(readFileSync(fixtureFile(name)));

function expected(name: string): Uint8Array {
  return fromBase64(golden.images[name]?.rgb ?? '');
}

function largestDifference(a: Uint8Array, b: Uint8Array): number {
  return a.reduce((worst, byte, index) => Math.max(worst, Math.abs(byte - (b[index] ?? 999))), 0);
}

function errorOf(call: () => unknown): LabError {
  try {
    call();
  } catch (error) {
    if (error instanceof LabError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** A PNG of one IDAT; checksums are right, so that only the named damage is met. */
function png(ihdr: readonly number[], data: Uint8Array): Uint8Array {
  const crc = (bytes: Uint8Array): number => {
    let value = 0xffffffff;
    for (const byte of bytes) {
      value ^= byte;
      for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
    }
    return ~value >>> 0;
  };
  const word = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);
  const chunk = (kind: string, content: Uint8Array): number[] => {
    const body = Uint8Array.from([...Buffer.from(kind, 'latin1'), ...content]);
    return [...word(content.length), ...body, ...word(crc(body))];
  };
  const [width = 0, height = 0, ...rest] = ihdr;
  return Uint8Array.from([
    0x89,
    ...Buffer.from('PNG\r\n\x1a\n', 'latin1'),
    ...chunk('IHDR', Uint8Array.from([...word(width), ...word(height), ...rest])),
    ...chunk('IDAT', data),
    ...chunk('IEND', new Uint8Array(0)),
  ]);
}

describe('decoding PNG', () => {
  it.each(names.filter((name) => name.endsWith('.png')))('reads %s byte for byte', (name) => {
    const image = decodeImage(load(name), name);
    expect([image.width, image.height]).toEqual([
      golden.images[name]?.width,
      golden.images[name]?.height,
    ]);
    expect(Buffer.from(image.rgb).equals(Buffer.from(expected(name)))).toBe(true);
  });

  it('reads from a view into a larger buffer', () => {
    const bytes = load('rgb.png');
    const larger = new Uint8Array(bytes.length + 100);
    larger.set(bytes, 37);
    const image = decodeImage(larger.subarray(37, 37 + bytes.length), 'rgb.png');
    expect(image.rgb).toEqual(expected('rgb.png'));
  });

  it('reads interlaced images of 8 bits', () => {
    // Adam7 of 2x2: passes 1 (0,0), 6 (1,0) and 7 (row 1), each row after its filter byte.
    const rows = Uint8Array.from([0, 1, 2, 3, 0, 4, 5, 6, 0, 7, 8, 9, 10, 11, 12]);
    const image = decodeImage(png([2, 2, 8, 2, 0, 0, 1], zlibSync(rows)), 'interlaced.png');
    expect([...image.rgb]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });
});

describe('decoding JPEG', () => {
  // Decoders may round the inverse transform differently (ITU-T T.83 allows it).
  it.each([
    ...names.filter((name) => name.startsWith('orientation')),
    'baseline.jpg',
    'progressive.jpg',
    'chroma-halved.jpg',
    'chroma-halved-odd.jpg',
    'chroma-half-width.jpg',
    'grey.jpg',
  ])('reads %s within 4 of a reference decoder', (name) => {
    const image = decodeImage(load(name), name);
    expect([image.width, image.height]).toEqual([
      golden.images[name]?.width,
      golden.images[name]?.height,
    ]);
    expect(largestDifference(image.rgb, expected(name))).toBeLessThanOrEqual(4);
  });

  it('reads the colours of an inverted CMYK image', () => {
    const name = 'cmyk.jpg';
    const image = decodeImage(load(name), name);
    const reference = expected(name);
    const sum = image.rgb.reduce(
      (total, byte, at) => total + Math.abs(byte - (reference[at] ?? 0)),
      0,
    );
    expect(image.rgb.length).toBe(reference.length);
    expect(sum / reference.length).toBeLessThan(4);
  });
});

describe('refusing what cannot be read', () => {
  it.each([
    ['an empty file', new Uint8Array(0), 'empty'],
    ['text', new TextEncoder().encode('hello'), 'not an image'],
    ['a GIF', new TextEncoder().encode('GIF89a........'), 'GIF'],
    ['a WebP', new TextEncoder().encode('RIFF....WEBPVP8 '), 'WebP'],
  ])('names the file and the format of %s', (_, bytes, words) => {
    const error = errorOf(() => decodeImage(bytes, 'cats/one'));
    expect(error.kind).toBe('image-corrupt');
    expect(error.subject).toBe('cats/one');
    expect(error.message).toContain('cats/one');
    expect(error.message).toContain(words);
  });

  it.each(['rgb.png', 'baseline.jpg', 'progressive.jpg'])('refuses %s cut off anywhere', (name) => {
    const whole = load(name);
    for (const share of [0.05, 0.3, 0.6, 0.95]) {
      const cut = whole.subarray(0, Math.floor(whole.length * share));
      expect(errorOf(() => decodeImage(cut, name)).kind).toBe('image-corrupt');
    }
  });

  it('refuses a PNG with a flipped byte', () => {
    const bytes = load('rgb.png');
    bytes[600] = (bytes[600] ?? 0) ^ 1;
    expect(errorOf(() => decodeImage(bytes, 'rgb.png')).kind).toBe('image-corrupt');
  });

  it('refuses a size that is too large from the header alone', () => {
    const bytes = png([30_000, 30_000, 8, 2, 0, 0, 0], new Uint8Array(4));
    expect(errorOf(() => checkImageHeader(bytes, 'huge.png')).message).toContain('30000x30000');
    const thin = png([40_000, 1, 8, 2, 0, 0, 0], new Uint8Array(4));
    expect(errorOf(() => checkImageHeader(thin, 'thin.png')).message).toContain('40000x1');
  });

  it('refuses a PNG that inflates to more than its size calls for', () => {
    const bomb = png([2, 2, 8, 2, 0, 0, 0], zlibSync(new Uint8Array(20_000_000)));
    expect(bomb.length).toBeLessThan(30_000);
    expect(errorOf(() => decodeImage(bomb, 'bomb.png')).message).toContain('more data');
  });

  it('refuses a PNG with too few rows', () => {
    const short = png([8, 8, 8, 2, 0, 0, 0], zlibSync(new Uint8Array(25)));
    expect(errorOf(() => decodeImage(short, 'short.png')).message).toContain('less data');
  });

  it('refuses a colour that the palette lacks', () => {
    const bytes = load('palette-4bit.png');
    const header = checkImageHeader(bytes, 'palette-4bit.png');
    expect(header).toEqual({ width: 37, height: 24 });
    const noPalette = png([1, 1, 8, 3, 0, 0, 0], zlibSync(Uint8Array.from([0, 5])));
    expect(errorOf(() => decodeImage(noPalette, 'p.png')).message).toContain('colour 5');
  });
});

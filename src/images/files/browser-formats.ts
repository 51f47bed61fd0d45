import type { ImageHeader } from './rgb-image.ts';

/** Formats that only a browser decodes. */
export type BrowserFormat = 'WebP' | 'AVIF' | 'GIF' | 'BMP';

interface FormatReader {
  readonly format: BrowserFormat;
  readonly matches: (text: string) => boolean;
  readonly readHeader: (data: DataView) => ImageHeader;
}

/** Boxes before the pixels of an AVIF, which say its size, fit in far less. */
const META_BYTES = 2 ** 16;
const HEAD_BYTES = 32;

function textAt(data: DataView, offset: number, length: number): string {
  const end = Math.min(data.byteLength, offset + length);
  let text = '';
  for (let at = offset; at < end; at += 1) text += String.fromCharCode(data.getUint8(at));
  return text;
}

/** Width and height of a WebP (RFC 9649): of a lossy frame, a lossless one, or the canvas. */
function webpHeader(data: DataView): ImageHeader {
  const chunk = textAt(data, 12, 4);
  if (chunk === 'VP8 ') {
    return {
      width: data.getUint16(26, true) & 0x3fff,
      height: data.getUint16(28, true) & 0x3fff,
    };
  }
  if (chunk === 'VP8L') {
    const bits = data.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (chunk === 'VP8X') {
    return {
      width: (data.getUint32(24, true) & 0xffffff) + 1,
      height: (data.getUint32(26, true) >>> 8) + 1,
    };
  }
  throw new Error('its first chunk holds no picture');
}

/** The largest of the extents that the boxes name (ISO/IEC 23008-12, 6.5.3): tiles and thumbnails have smaller ones. */
function avifHeader(data: DataView): ImageHeader {
  const text = textAt(data, 0, META_BYTES);
  let largest: ImageHeader | null = null;
  for (let at = text.indexOf('ispe'); at >= 0; at = text.indexOf('ispe', at + 4)) {
    if (at + 16 > data.byteLength) break;
    const header = { width: data.getUint32(at + 8), height: data.getUint32(at + 12) };
    if (largest === null || header.width * header.height > largest.width * largest.height) {
      largest = header;
    }
  }
  if (largest === null) throw new Error('it does not say how large it is');
  return largest;
}

/** Size in the header that follows the file header; the oldest kind has 16 bits a side, and rows may run upwards. */
function bmpHeader(data: DataView): ImageHeader {
  if (data.getUint32(14, true) === 12) {
    return { width: data.getUint16(18, true), height: data.getUint16(20, true) };
  }
  return { width: data.getInt32(18, true), height: Math.abs(data.getInt32(22, true)) };
}

const readers: readonly FormatReader[] = [
  {
    format: 'WebP',
    matches: (text) => text.startsWith('RIFF') && text.startsWith('WEBP', 8),
    readHeader: webpHeader,
  },
  {
    format: 'AVIF',
    matches: (text) => text.startsWith('ftyp', 4) && /avi[fs]/.test(text.slice(8)),
    readHeader: avifHeader,
  },
  {
    format: 'GIF',
    matches: (text) => /^GIF8[79]a/.test(text),
    readHeader: (data) => ({ width: data.getUint16(6, true), height: data.getUint16(8, true) }),
  },
  { format: 'BMP', matches: (text) => text.startsWith('BM'), readHeader: bmpHeader },
];

function dataOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

function readerOf(data: DataView): FormatReader | undefined {
  const text = textAt(data, 0, HEAD_BYTES);
  return readers.find(({ matches }) => matches(text));
}

/** The format of a file by its first bytes, where it is one that a browser decodes for the lab. */
export function browserFormat(bytes: Uint8Array): BrowserFormat | null {
  return readerOf(dataOf(bytes))?.format ?? null;
}

/**
 * The size that the first bytes of a WebP, AVIF, GIF or BMP name.
 * @throws Error where the header is cut off, or of none of these formats
 */
export function readBrowserHeader(bytes: Uint8Array): ImageHeader {
  const data = dataOf(bytes);
  const reader = readerOf(data);
  if (reader === undefined) throw new Error('not a picture that a browser decodes');
  try {
    return reader.readHeader(data);
  } catch (error) {
    if (error instanceof RangeError) throw new Error('it ends in its header', { cause: error });
    throw error;
  }
}

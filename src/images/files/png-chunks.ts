import type { ImageHeader } from './rgb-image.ts';

/** The fields of IHDR that decide how the pixels are read (PNG, third edition, 11.2.1). */
export interface PngHeader extends ImageHeader {
  readonly depth: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGBA. */
  readonly colourType: number;
  readonly interlaced: boolean;
}

const CHANNELS: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [2, 3],
  [3, 1],
  [4, 2],
  [6, 4],
]);

const SIGNATURE_LENGTH = 8;
const IHDR_END = 33;

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** @throws Error when the file does not begin with a valid IHDR */
export function readPngHeader(bytes: Uint8Array): PngHeader {
  if (bytes.length < IHDR_END || chunkType(bytes, SIGNATURE_LENGTH + 4) !== 'IHDR') {
    throw new Error('its header is cut off');
  }
  const data = view(bytes);
  const header = {
    width: data.getUint32(16),
    height: data.getUint32(20),
    depth: data.getUint8(24),
    colourType: data.getUint8(25),
    interlaced: data.getUint8(28) === 1,
  };
  if (!CHANNELS.has(header.colourType)) throw new Error(`colour type ${header.colourType}`);
  return header;
}

export function pngChannels(header: PngHeader): number {
  return CHANNELS.get(header.colourType) ?? 0;
}

function chunkType(bytes: Uint8Array, offset: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + 4));
}

/**
 * The same PNG with only the chunks that its pixels need. Text and colour profiles are dropped
 * because they are compressed too and could inflate without bound.
 * @throws Error when a chunk runs past the end or the file has no IEND
 */
export function keepPixelChunks(bytes: Uint8Array, header: PngHeader): Uint8Array {
  const wanted = new Set([
    'IHDR',
    'IDAT',
    'IEND',
    'tRNS',
    ...(header.colourType === 3 ? ['PLTE'] : []),
  ]);
  const kept = [bytes.subarray(0, SIGNATURE_LENGTH)];
  const data = view(bytes);
  let type = '';
  for (let offset = SIGNATURE_LENGTH; type !== 'IEND';) {
    if (offset + 12 > bytes.length) throw new Error('the file ends too early');
    const end = offset + 12 + data.getUint32(offset);
    if (end > bytes.length) throw new Error('the file ends too early');
    type = chunkType(bytes, offset + 4);
    if (wanted.has(type)) kept.push(bytes.subarray(offset, end));
    offset = end;
  }
  const joined = new Uint8Array(kept.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of kept) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

/** The compressed data of every IDAT of a PNG that {@link keepPixelChunks} returned, in order. */
export function* imageData(png: Uint8Array): Generator<Uint8Array> {
  const data = view(png);
  for (let offset = SIGNATURE_LENGTH; offset < png.length;) {
    const length = data.getUint32(offset);
    if (chunkType(png, offset + 4) === 'IDAT') yield png.subarray(offset + 8, offset + 8 + length);
    offset += 12 + length;
  }
}

import { decode, type DecodedPng } from 'fast-png';
import { Unzlib } from 'fflate';
import {
  imageData,
  keepPixelChunks,
  pngChannels,
  readPngHeader,
  type PngHeader,
} from './png-chunks.ts';
import type { RgbImage } from './rgb-image.ts';

const INFLATE_STEP = 16_384;

/** x offset, y offset, x step and y step of the seven passes of Adam7 (PNG, third edition, 8.1). */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Bytes of the filtered rows before compression. */
function filteredSize(header: PngHeader): number {
  const bits = pngChannels(header) * header.depth;
  const rows = (width: number, height: number): number =>
    width <= 0 || height <= 0 ? 0 : height * (1 + Math.ceil((width * bits) / 8));
  if (!header.interlaced) return rows(header.width, header.height);
  return ADAM7.reduce(
    (sum, [x, y, stepX, stepY]) =>
      sum + rows(Math.ceil((header.width - x) / stepX), Math.ceil((header.height - y) / stepY)),
    0,
  );
}

/** Inflates in small steps and keeps nothing, so that a bomb is met before it takes memory. */
function checkInflatedSize(png: Uint8Array, expected: number): void {
  let size = 0;
  const inflate = new Unzlib((chunk) => {
    size += chunk.length;
  });
  for (const part of imageData(png)) {
    for (let start = 0; start < part.length; start += INFLATE_STEP) {
      inflate.push(part.subarray(start, start + INFLATE_STEP), false);
      if (size > expected) throw new Error('it holds more data than its size calls for');
    }
  }
  if (size < expected) throw new Error('it holds less data than its size calls for');
}

/** Reads one sample of any depth; rows of samples smaller than a byte end on a whole byte. */
function sampleReader(png: DecodedPng): (pixel: number, channel: number) => number {
  const { data, depth, width, channels } = png;
  if (depth >= 8) return (pixel, channel) => data[pixel * channels + channel] ?? 0;
  const rowBytes = Math.ceil((width * depth) / 8);
  return (pixel) => {
    const row = Math.floor(pixel / width);
    const bit = (pixel - row * width) * depth;
    const byte = data[row * rowBytes + (bit >> 3)] ?? 0;
    return (byte >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
  };
}

/** Alpha of one pixel, 0 … `max`, where the colour type has none of its own. */
function keyedAlpha(key: Uint16Array | undefined, colour: readonly number[], max: number): number {
  if (key === undefined) return max;
  return key.every((sample, channel) => sample === colour[channel]) ? 0 : max;
}

function paletteColour(
  palette: readonly (readonly number[])[] | undefined,
  index: number,
): number[] {
  const [red, green, blue, alpha = 255] = palette?.[index] ?? [];
  if (red === undefined || green === undefined || blue === undefined) {
    throw new Error(`it uses colour ${index}, which its palette does not have`);
  }
  return [red, green, blue, alpha];
}

/**
 * The pixels of a PNG as bytes. 16-bit samples are rounded to 8 bits, grey becomes three equal
 * channels, and transparent pixels are laid over white.
 * @throws Error saying what is wrong with the file
 */
export function decodePng(bytes: Uint8Array): RgbImage {
  const header = readPngHeader(bytes);
  if (header.interlaced && header.depth < 8) {
    throw new Error(`interlaced images of ${header.depth} bits a sample are not read`);
  }
  const kept = keepPixelChunks(bytes, header);
  checkInflatedSize(kept, filteredSize(header));
  const png = decode(kept, { checkCrc: true });
  const { width, height } = header;
  const rgb = new Uint8Array(width * height * 3);
  const sample = sampleReader(png);
  const isPalette = header.colourType === 3;
  const max = isPalette ? 255 : 2 ** header.depth - 1;
  const grey = header.colourType === 0 || header.colourType === 4;
  const ownAlpha = header.colourType >= 4;
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    let colour: number[];
    let alpha: number;
    if (isPalette) {
      colour = paletteColour(png.palette, sample(pixel, 0));
      alpha = colour[3] ?? 255;
    } else {
      const first = sample(pixel, 0);
      colour = grey ? [first, first, first] : [first, sample(pixel, 1), sample(pixel, 2)];
      alpha = ownAlpha ? sample(pixel, grey ? 1 : 3) : keyedAlpha(png.transparency, colour, max);
    }
    for (let channel = 0; channel < 3; channel += 1) {
      const over = ((colour[channel] ?? 0) * alpha) / max + (max - alpha);
      rgb[pixel * 3 + channel] = Math.round((over * 255) / max);
    }
  }
  return { width, height, rgb };
}

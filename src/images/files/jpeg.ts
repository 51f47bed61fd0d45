import * as jpegJs from 'jpeg-js';
import { applyOrientation, exifOrientation } from './exif-orientation.ts';
import { enlargePlane, planesToRgb, type Plane } from './jpeg-chroma.ts';
import { MAX_IMAGE_PIXELS, type ImageHeader, type RgbImage } from './rgb-image.ts';

const MAX_DECODER_MEGABYTES = 1024;

/** What the segments before the first scan say (ITU-T T.81, annex B). */
export interface JpegHeader extends ImageHeader {
  /** Horizontal and vertical sampling factor of each component. */
  readonly sampling: readonly (readonly [horizontal: number, vertical: number])[];
  /** Exif orientation, 1 … 8. Width and height are those before it is applied. */
  readonly orientation: number;
  /** Three components that are R, G, B rather than luminance and chrominance. */
  readonly plainRgb: boolean;
  /** Where the word of an Adobe segment begins, or null where there is none. */
  readonly adobeAt: number | null;
}

const MARKER = 0xff;
const START_OF_SCAN = 0xda;
const APP1 = 0xe1;
const APP14 = 0xee;
/** SOF0 … SOF15 without DHT (c4), JPG (c8) and DAC (cc). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** @throws Error when no frame header is found before the first scan, or its coding is not read */
export function readJpegHeader(bytes: Uint8Array): JpegHeader {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let orientation = 1;
  let adobeTransform = -1;
  let adobeAt: number | null = null;
  for (let offset = 2; offset + 4 <= bytes.length;) {
    const marker = data.getUint8(offset + 1);
    if (data.getUint8(offset) !== MARKER || marker === START_OF_SCAN) break;
    if (marker === MARKER) {
      offset += 1;
      continue;
    }
    const segment = bytes.subarray(offset + 4, offset + 2 + data.getUint16(offset + 2));
    if (isFrame(marker)) {
      if (marker > 0xc2)
        throw new Error('its coding (lossless, hierarchical or arithmetic) is not read');
      if (segment.length < 6) break;
      const frame = new DataView(segment.buffer, segment.byteOffset, segment.byteLength);
      if (frame.getUint8(0) !== 8)
        throw new Error(`${frame.getUint8(0)} bits a sample are not read`);
      const components = frame.getUint8(5);
      if (segment.length < 6 + 3 * components) break;
      const sampling = Array.from({ length: components }, (_, index) => {
        const factors = frame.getUint8(7 + 3 * index);
        return [factors >> 4, factors & 15] as const;
      });
      return {
        width: frame.getUint16(3),
        height: frame.getUint16(1),
        sampling,
        orientation,
        plainRgb: components === 3 && adobeTransform === 0,
        adobeAt,
      };
    }
    if (marker === APP1 && orientation === 1) orientation = exifOrientation(segment);
    if (marker === APP14 && String.fromCharCode(...segment.subarray(0, 5)) === 'Adobe') {
      adobeTransform = segment[11] ?? -1;
      adobeAt = offset + 4;
    }
    offset += 4 + segment.length;
  }
  throw new Error('its header is cut off');
}

function decodeBytes(bytes: Uint8Array, colorTransform: boolean | undefined) {
  return jpegJs.decode(bytes, {
    useTArray: true,
    formatAsRGBA: false,
    tolerantDecoding: false,
    maxResolutionInMP: MAX_IMAGE_PIXELS / 1e6,
    maxMemoryUsageInMB: MAX_DECODER_MEGABYTES,
    ...(colorTransform === undefined ? {} : { colorTransform }),
  });
}

/** Takes one component out of interleaved samples, every `stepX`-th column of every `stepY`-th row. */
function takePlane(
  data: Uint8Array,
  { width, height }: ImageHeader,
  component: number,
  stepX: number,
  stepY: number,
): Plane {
  const columns = Math.ceil(width / stepX);
  const rows = Math.ceil(height / stepY);
  const samples = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const pixel = row * stepY * width + column * stepX;
      samples[row * columns + column] = data[pixel * 3 + component] ?? 0;
    }
  }
  return { width: columns, height: rows, samples };
}

/** The decoder enlarges chrominance by repetition; this takes it back and interpolates. */
function decodeColour(bytes: Uint8Array, header: JpegHeader): RgbImage {
  // The decoder would convert the colours itself wherever it finds the word of Adobe.
  const unmarked = header.adobeAt === null ? bytes : bytes.slice();
  if (header.adobeAt !== null) unmarked[header.adobeAt] = 0;
  const { width, height, data } = decodeBytes(unmarked, false);
  const size = { width, height };
  const [[lumaX, lumaY] = [1, 1], ...chroma] = header.sampling;
  const planes = chroma.map(([x, y], index) => {
    const steps = [lumaX / x, lumaY / y];
    const [stepX = 1, stepY = 1] = steps.every((step) => step === 1 || step === 2) ? steps : [];
    return enlargePlane(takePlane(data, size, index + 1, stepX, stepY), width, height);
  });
  const [cb, cr] = planes;
  if (cb === undefined || cr === undefined) throw new Error('it has no colour components');
  return { width, height, rgb: planesToRgb(takePlane(data, size, 0, 1, 1), cb, cr) };
}

/**
 * The pixels of a baseline or progressive JPEG, turned as its Exif orientation asks. Chrominance
 * of half the resolution is interpolated and colours are converted as libjpeg does; bytes differ
 * from it by the rounding of the inverse transform.
 * @throws Error saying what is wrong with the file
 */
export function decodeJpeg(bytes: Uint8Array): RgbImage {
  const header = readJpegHeader(bytes);
  if (header.sampling.length === 3 && !header.plainRgb) {
    return applyOrientation(decodeColour(bytes, header), header.orientation);
  }
  const { width, height, data } = decodeBytes(bytes, header.plainRgb ? false : undefined);
  return applyOrientation({ width, height, rgb: data }, header.orientation);
}

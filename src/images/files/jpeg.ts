import * as jpegJs from 'jpeg-js';
import { applyOrientation, exifOrientation } from './exif-orientation.ts';
import { MAX_IMAGE_PIXELS, type ImageHeader, type RgbImage } from './rgb-image.ts';

const MAX_DECODER_MEGABYTES = 1024;

/** What the segments before the first scan say (ITU-T T.81, annex B). */
export interface JpegHeader extends ImageHeader {
  readonly components: number;
  /** Exif orientation, 1 … 8. Width and height are those before it is applied. */
  readonly orientation: number;
  /** Three components that are R, G, B rather than luminance and chrominance. */
  readonly plainRgb: boolean;
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
      return {
        width: frame.getUint16(3),
        height: frame.getUint16(1),
        components,
        orientation,
        plainRgb: components === 3 && adobeTransform === 0,
      };
    }
    if (marker === APP1 && orientation === 1) orientation = exifOrientation(segment);
    if (marker === APP14 && String.fromCharCode(...segment.subarray(0, 5)) === 'Adobe') {
      adobeTransform = segment[11] ?? -1;
    }
    offset += 4 + segment.length;
  }
  throw new Error('its header is cut off');
}

/**
 * The pixels of a baseline or progressive JPEG, turned as its Exif orientation asks. Chrominance
 * is enlarged by repetition, so bytes can differ slightly from decoders that interpolate it.
 * @throws Error saying what is wrong with the file
 */
export function decodeJpeg(bytes: Uint8Array): RgbImage {
  const header = readJpegHeader(bytes);
  const decoded = jpegJs.decode(bytes, {
    useTArray: true,
    formatAsRGBA: false,
    tolerantDecoding: false,
    maxResolutionInMP: MAX_IMAGE_PIXELS / 1e6,
    maxMemoryUsageInMB: MAX_DECODER_MEGABYTES,
    ...(header.plainRgb ? { colorTransform: false } : {}),
  });
  const { width, height, data } = decoded;
  return applyOrientation({ width, height, rgb: data }, header.orientation);
}

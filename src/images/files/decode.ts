import { LabError } from '../../protocol/lab-error.ts';
import { decodeJpeg, readJpegHeader } from './jpeg.ts';
import { readPngHeader } from './png-chunks.ts';
import { decodePng } from './png.ts';
import { MAX_IMAGE_PIXELS, MAX_IMAGE_SIDE, type ImageHeader, type RgbImage } from './rgb-image.ts';

interface Format {
  readonly name: string;
  readonly readHeader: (bytes: Uint8Array) => ImageHeader;
  readonly decode: (bytes: Uint8Array) => RgbImage;
}

const PNG: Format = { name: 'PNG', readHeader: readPngHeader, decode: decodePng };
const JPEG: Format = { name: 'JPEG', readHeader: readJpegHeader, decode: decodeJpeg };

/** Formats that are recognised only to be named in the error. */
const UNREAD: readonly (readonly [name: string, offset: number, signature: string])[] = [
  ['GIF', 0, 'GIF8'],
  ['WebP', 8, 'WEBP'],
  ['BMP', 0, 'BM'],
  ['TIFF', 0, 'II*\0'],
  ['TIFF', 0, 'MM\0*'],
  ['AVIF', 4, 'ftypavif'],
  ['HEIC', 4, 'ftyphei'],
  ['JPEG XL', 0, '\xff\x0a'],
  ['JPEG 2000', 4, 'jP  '],
  ['PPM', 0, 'P6'],
];

function hasSignature(bytes: Uint8Array, offset: number, signature: string): boolean {
  return String.fromCharCode(...bytes.subarray(offset, offset + signature.length)) === signature;
}

function corrupt(name: string, message: string): LabError {
  return new LabError('image-corrupt', `${name}: ${message}`, name);
}

function sniff(bytes: Uint8Array, name: string): Format {
  if (hasSignature(bytes, 0, '\x89PNG\r\n\x1a\n')) return PNG;
  if (hasSignature(bytes, 0, '\xff\xd8\xff')) return JPEG;
  if (bytes.length === 0) throw corrupt(name, 'the file is empty');
  const unread = UNREAD.find(([, offset, signature]) => hasSignature(bytes, offset, signature));
  throw corrupt(
    name,
    unread === undefined
      ? 'not an image that can be read; use PNG or JPEG'
      : `${unread[0]} images are not read; save it as PNG or JPEG`,
  );
}

function guard<T>(format: Format, name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof LabError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw corrupt(name, `cannot be decoded as ${format.name}: ${reason}`);
  }
}

/**
 * @param name - what errors call the file
 * @throws LabError `image-corrupt` for a picture without pixels or with too many
 */
export function checkImageSize({ width, height }: ImageHeader, name: string): void {
  if (width < 1 || height < 1) throw corrupt(name, `its size is ${width}x${height} pixels`);
  if (Math.max(width, height) > MAX_IMAGE_SIDE) {
    throw corrupt(name, `${width}x${height} pixels; sides of up to ${MAX_IMAGE_SIDE} are read`);
  }
  if (width * height > MAX_IMAGE_PIXELS) {
    throw corrupt(
      name,
      `${width}x${height} pixels are more than the ${MAX_IMAGE_PIXELS / 1e6} megapixels that are read`,
    );
  }
}

/**
 * Checks format and size from the first bytes, without decoding.
 * @param name - what errors call the file
 * @throws LabError `image-corrupt` for an unknown format, a damaged header or too many pixels
 */
export function checkImageHeader(bytes: Uint8Array, name: string): ImageHeader {
  const format = sniff(bytes, name);
  const header = guard(format, name, () => format.readHeader(bytes));
  checkImageSize(header, name);
  return { width: header.width, height: header.height };
}

/**
 * Decodes a PNG or a JPEG, told apart by their signatures. Transparent pixels are laid over white;
 * the Exif orientation of a JPEG is applied; colour profiles are ignored.
 * @param name - what errors call the file
 * @throws LabError `image-corrupt` naming the file
 */
export function decodeImage(bytes: Uint8Array, name: string): RgbImage {
  checkImageHeader(bytes, name);
  const format = sniff(bytes, name);
  return guard(format, name, () => format.decode(bytes));
}

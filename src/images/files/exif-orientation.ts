import type { RgbImage } from './rgb-image.ts';

const ORIENTATION_TAG = 0x0112;
const SHORT = 3;

/**
 * The orientation that an APP1 segment asks for, 1 … 8 (Exif 2.32, table 4: tag 0112). 1, as it
 * is, where the segment is not Exif or is damaged: a photograph is not refused for its metadata.
 */
export function exifOrientation(segment: Uint8Array): number {
  const isExif = String.fromCharCode(...segment.subarray(0, 6)) === 'Exif\0\0';
  if (!isExif || segment.length < 14) return 1;
  const tiff = new DataView(segment.buffer, segment.byteOffset + 6, segment.byteLength - 6);
  const order = tiff.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return 1;
  const little = order === 0x4949;
  const directory = tiff.getUint32(4, little);
  if (directory + 2 > tiff.byteLength) return 1;
  const entries = tiff.getUint16(directory, little);
  for (let entry = 0; entry < entries; entry += 1) {
    const start = directory + 2 + entry * 12;
    if (start + 12 > tiff.byteLength) return 1;
    if (tiff.getUint16(start, little) !== ORIENTATION_TAG) continue;
    const value =
      tiff.getUint16(start + 2, little) === SHORT ? tiff.getUint16(start + 8, little) : 1;
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** Turns and mirrors an image as its Exif orientation (1 … 8) asks. */
export function applyOrientation(image: RgbImage, orientation: number): RgbImage {
  if (orientation === 1) return image;
  const turned = orientation >= 5;
  const width = turned ? image.height : image.width;
  const height = turned ? image.width : image.height;
  const fromRight = [2, 3, 7, 8].includes(orientation);
  const fromBottom = [3, 4, 6, 7].includes(orientation);
  const rgb = new Uint8Array(image.rgb.length);
  let to = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const column = turned ? y : x;
      const row = turned ? x : y;
      const sourceX = fromRight ? image.width - 1 - column : column;
      const sourceY = fromBottom ? image.height - 1 - row : row;
      const from = (sourceY * image.width + sourceX) * 3;
      rgb[to] = image.rgb[from] ?? 0;
      rgb[to + 1] = image.rgb[from + 1] ?? 0;
      rgb[to + 2] = image.rgb[from + 2] ?? 0;
      to += 3;
    }
  }
  return { width, height, rgb };
}

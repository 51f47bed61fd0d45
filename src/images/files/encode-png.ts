import { encode } from 'fast-png';
import type { RgbImage } from './rgb-image.ts';

/** An image as an 8-bit RGB PNG, without loss; the same file for the same bytes on every engine. */
export function encodePng({ width, height, rgb }: RgbImage): Uint8Array {
  return encode({ width, height, data: rgb, channels: 3, depth: 8 });
}

import type { RgbImage } from '../images/files/rgb-image.ts';

const QUALITY = 0.85;

/** A picture as WebP, or as PNG where the browser does not write WebP. */
export async function encodeThumbnail({
  width,
  height,
  rgb,
}: RgbImage): Promise<Uint8Array<ArrayBuffer>> {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4) {
    data.set(rgb.subarray(from, from + 3), to);
  }
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.putImageData(new ImageData(data, width, height), 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality: QUALITY });
  return new Uint8Array(await blob.arrayBuffer());
}

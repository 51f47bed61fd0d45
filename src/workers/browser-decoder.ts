import type { DecodeInBrowser } from '../images/files/decode-any.ts';
import { canvasIsFaithful } from './canvas-check.ts';

/** Transparent pixels over white, as the lab's own decoders lay them. */
function overWhite(rgba: Uint8ClampedArray): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    const alpha = rgba[from + 3] ?? 255;
    for (let channel = 0; channel < 3; channel += 1) {
      const colour = rgba[from + channel] ?? 0;
      rgb[to + channel] = Math.round((colour * alpha) / 255 + (255 - alpha));
    }
  }
  return rgb;
}

const decodeWithCanvas: DecodeInBrowser = async (bytes, format) => {
  const type = `image/${format.toLowerCase()}`;
  const file = new Blob([Uint8Array.from(bytes)], { type });
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file, {
      colorSpaceConversion: 'none',
      premultiplyAlpha: 'none',
    });
  } catch {
    throw new Error('the file is damaged, or this browser does not read it');
  }
  try {
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext('2d', {
      willReadFrequently: true,
    });
    if (context === null) throw new Error('the browser has no room for its pixels');
    context.drawImage(bitmap, 0, 0);
    return { width, height, rgb: overWhite(context.getImageData(0, 0, width, height).data) };
  } finally {
    bitmap.close();
  }
};

/** A decoder that finds out before the first picture whether the browser alters what is read from a canvas. */
export function guardedDecoder(): DecodeInBrowser {
  let isFaithful: boolean | null = null;
  return async (bytes, format) => {
    isFaithful ??= canvasIsFaithful();
    if (isFaithful) return decodeWithCanvas(bytes, format);
    throw new Error(
      'this browser alters what a page reads from a canvas (protection against fingerprinting), so only PNG and JPEG are read here',
    );
  };
}

/**
 * Decodes through the browser, without its colour management; of an animation the first frame. Where
 * the browser alters what is read from a canvas, nothing is decoded.
 */
export const decodeInBrowser = guardedDecoder();

import { LabError } from '../../protocol/lab-error.ts';
import { browserFormat, readBrowserHeader, type BrowserFormat } from './browser-formats.ts';
import { checkImageSize, decodeImage } from './decode.ts';
import type { RgbImage } from './rgb-image.ts';

/**
 * Decodes what the lab has no decoder of its own for; transparent pixels are laid over white.
 * @throws Error that says why the file cannot be decoded
 */
export type DecodeInBrowser = (bytes: Uint8Array, format: BrowserFormat) => Promise<RgbImage>;

/**
 * Decodes a picture: PNG and JPEG to the same bytes everywhere, other formats where a browser is at
 * hand.
 * @param name - what errors call the file
 * @throws LabError `image-corrupt` naming the file
 */
export async function decodeAny(
  bytes: Uint8Array,
  name: string,
  decodeInBrowser: DecodeInBrowser | undefined,
): Promise<RgbImage> {
  const format = browserFormat(bytes);
  if (format === null || decodeInBrowser === undefined) return decodeImage(bytes, name);
  const corrupt = (error: unknown): LabError => {
    const reason = error instanceof Error ? error.message : String(error);
    return new LabError(
      'image-corrupt',
      `${name}: cannot be decoded as ${format}: ${reason}`,
      name,
    );
  };
  try {
    checkImageSize(readBrowserHeader(bytes), name);
    const image = await decodeInBrowser(bytes, format);
    checkImageSize(image, name);
    return image;
  } catch (error) {
    throw error instanceof LabError ? error : corrupt(error);
  }
}

import { sha256 } from '../../core/sha256.ts';
import { decodeAny, type DecodeInBrowser } from '../files/decode-any.ts';
import { resizeImage } from '../files/resize.ts';
import type { RgbImage } from '../files/rgb-image.ts';

/** Longest side of a thumbnail, in pixels. */
export const THUMBNAIL_SIDE = 96;

/** A small picture whose file is no larger serves as its own thumbnail, pixel by pixel; in bytes. */
const SMALL_FILE = 16_384;

/** What is known of a picture once it has been decoded. */
export interface ExaminedFile {
  /** Of the file, in hexadecimal digits. */
  readonly sha256: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Of the file. */
  readonly bytes: number;
  /** A picture whose sides are at most {@link THUMBNAIL_SIDE}, in a format that browsers show. */
  readonly thumbnail: Uint8Array<ArrayBuffer>;
}

export interface ExamineTools {
  readonly decodeInBrowser: DecodeInBrowser | undefined;
  /** A picture as a file that browsers show; nothing is measured on it. */
  readonly encode: (image: RgbImage) => Promise<Uint8Array<ArrayBuffer>>;
}

function shrunk(image: RgbImage): RgbImage {
  const scale = THUMBNAIL_SIDE / Math.max(image.width, image.height);
  if (scale >= 1) return image;
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  return resizeImage(image, 'bilinear', width, height);
}

/**
 * Decodes a picture once, so that a bad one is met before anything is measured, and keeps its hash
 * and a thumbnail.
 * @param name - what errors call the file
 * @throws LabError `image-corrupt` naming the file
 */
export async function examineImage(
  file: Uint8Array<ArrayBuffer>,
  name: string,
  { decodeInBrowser, encode }: ExamineTools,
): Promise<ExaminedFile> {
  const image = await decodeAny(file, name, decodeInBrowser);
  const { width, height } = image;
  const isSmall = Math.max(width, height) <= THUMBNAIL_SIDE && file.length <= SMALL_FILE;
  return {
    sha256: sha256(file),
    width,
    height,
    bytes: file.length,
    thumbnail: isSmall ? file : await encode(shrunk(image)),
  };
}

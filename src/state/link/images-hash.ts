import { sha256 } from '../../core/sha256.ts';
import type { KeptImageSet } from '../images/kept-set.ts';

// A set is replaced, never changed, so its pictures are read once.
const known = new WeakMap<KeptImageSet['images'], string>();

/**
 * Names the content of a set: SHA-256, in hexadecimal digits, over one line a picture, in order, of
 * the SHA-256 of its file and its class. Corrections of classes are no part of it.
 */
export function imagesHash({ images }: Pick<KeptImageSet, 'images'>): string {
  const found = known.get(images);
  if (found !== undefined) return found;
  const lines = images.map((image) => `${image.sha256} ${image.className}\n`);
  const hash = sha256(new TextEncoder().encode(lines.join('')));
  known.set(images, hash);
  return hash;
}

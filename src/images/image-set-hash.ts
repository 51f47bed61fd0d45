import { sha256 } from '../core/sha256.ts';
import type { ImageRef } from '../protocol/image-ref.ts';

function keyText(image: ImageRef): string {
  return image.kind === 'roadside' ? `roadside ${image.index}` : `file ${image.sha256}`;
}

/**
 * Names a set of labelled images: SHA-256, in hexadecimal digits, over one line an image, in order,
 * of its key ("roadside" and index, or "file" and the file's SHA-256) and its class index.
 */
export function imageSetHash(refs: readonly ImageRef[], labels: ArrayLike<number>): string {
  const lines = refs.map((ref, index) => `${keyText(ref)} ${labels[index]}\n`);
  return sha256(new TextEncoder().encode(lines.join('')));
}

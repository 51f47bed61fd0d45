import { imageKeyOfIndex, imageKeyOfSha256, type ImageKey } from '../core/random-keys.ts';
import type { ImageRef } from '../protocol/image-ref.ts';

/** What names an image to the random generator: its Roadside index or the digest of its file. */
export function imageKeyOf(ref: ImageRef): ImageKey {
  return ref.kind === 'roadside' ? imageKeyOfIndex(ref.index) : imageKeyOfSha256(ref.sha256);
}

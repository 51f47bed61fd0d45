import type { ImageRef } from '../../protocol/image-ref.ts';
import { LabError } from '../../protocol/lab-error.ts';
import type { SetImage } from '../../images/sets/set-image.ts';
import { imageId, keptFile, keptFiles, keptThumbnail } from './kept-sets.ts';
import { heldFile, isForThisVisit } from './visit-files.ts';

function missing(set: string, file: string): LabError {
  return new LabError(
    'image-missing',
    `${file} of ${set} is not kept in this browser any more.`,
    file,
  );
}

/**
 * References to pictures of a set, in the order in which they are given.
 * @throws LabError `image-missing` naming the picture, `storage`
 */
export async function imageRefs(set: string, images: readonly SetImage[]): Promise<ImageRef[]> {
  const files = await keptFiles(set);
  return images.map(({ file, sha256 }) => {
    const content = files.get(imageId(set, file)) ?? heldFile(set, file)?.content;
    if (content === undefined) throw missing(set, file);
    return { kind: 'file', name: file, content, sha256 };
  });
}

/** @throws LabError `image-missing` naming the picture, `storage` */
export async function imageFile(set: string, file: string): Promise<Blob> {
  const content = heldFile(set, file)?.content ?? (await keptFile(set, file));
  if (content === null) throw missing(set, file);
  return content;
}

/** The thumbnail of a picture as a small file; null where it is not kept. */
export async function imageThumbnail(
  set: string,
  file: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const held = isForThisVisit(set) ? heldFile(set, file)?.thumbnail : undefined;
  return held ?? keptThumbnail(set, file);
}

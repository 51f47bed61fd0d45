import { decodeAny, type DecodeInBrowser } from './files/decode-any.ts';
import type { ByteSource } from './files/byte-source.ts';
import type { RgbImage } from './files/rgb-image.ts';
import { readZipEntry } from './files/zip-read.ts';
import { renderRoadside, roadsideSize } from './roadside/render.ts';
import { LabError } from '../protocol/lab-error.ts';
import type { ArchivedFile, ImageRef } from '../protocol/image-ref.ts';

/** How the files of images are opened; what differs between a browser and Node. */
export interface FileAccess {
  /** The contents of a file by its path; left out where there are no paths. */
  readonly readFile?: ((path: string) => Promise<Uint8Array>) | undefined;
  /** The same, read in pieces: for files within archives. */
  readonly openSource?: ((path: string) => Promise<ByteSource>) | undefined;
  /** For formats that the lab does not decode itself; left out where there is no browser. */
  readonly decodeInBrowser?: DecodeInBrowser | undefined;
}

async function readArchived(
  { archive, entry }: ArchivedFile,
  name: string,
  { openSource }: FileAccess,
): Promise<Uint8Array> {
  if (typeof archive !== 'string') return readZipEntry(archive, entry, name);
  if (openSource === undefined) throw new Error('paths cannot be opened here');
  return readZipEntry(await openSource(archive), entry, name);
}

async function readContent(
  { name, content }: Extract<ImageRef, { kind: 'file' }>,
  access: FileAccess,
): Promise<Uint8Array> {
  try {
    if (content instanceof Blob) return new Uint8Array(await content.arrayBuffer());
    if (typeof content !== 'string') return await readArchived(content, name, access);
    if (access.readFile === undefined) throw new Error('paths cannot be opened here');
    return await access.readFile(content);
  } catch (error) {
    if (error instanceof LabError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new LabError('image-missing', `${name}: cannot be read: ${reason}`, name);
  }
}

/**
 * Renders or decodes one image in its own size.
 * @throws LabError `image-missing` or `image-corrupt` naming the file
 */
export async function readImage(image: ImageRef, access: FileAccess): Promise<RgbImage> {
  if (image.kind === 'roadside') {
    return { width: roadsideSize, height: roadsideSize, rgb: renderRoadside(image.index) };
  }
  return decodeAny(await readContent(image, access), image.name, access.decodeInBrowser);
}

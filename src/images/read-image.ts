import { decodeAny, type DecodeInBrowser } from './files/decode-any.ts';
import type { RgbImage } from './files/rgb-image.ts';
import { renderRoadside, roadsideSize } from './roadside/render.ts';
import { LabError } from '../protocol/lab-error.ts';
import type { ImageRef } from '../protocol/image-ref.ts';

/** The contents of a file by its path. */
export type ReadFile = (path: string) => Promise<Uint8Array>;

/** How the files of images are opened; what differs between a browser and Node. */
export interface FileAccess {
  /** Left out where there are no paths. */
  readonly readFile?: ReadFile | undefined;
  /** For formats that the lab does not decode itself; left out where there is no browser. */
  readonly decodeInBrowser?: DecodeInBrowser | undefined;
}

async function readContent(
  name: string,
  content: string | Blob,
  readFile: ReadFile | undefined,
): Promise<Uint8Array> {
  try {
    if (typeof content !== 'string') return new Uint8Array(await content.arrayBuffer());
    if (readFile === undefined) throw new Error('paths cannot be opened here');
    return await readFile(content);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new LabError('image-missing', `${name}: cannot be read: ${reason}`, name);
  }
}

/**
 * Renders or decodes one image in its own size.
 * @throws LabError `image-missing` or `image-corrupt` naming the file
 */
export async function readImage(
  image: ImageRef,
  { readFile, decodeInBrowser }: FileAccess,
): Promise<RgbImage> {
  if (image.kind === 'roadside') {
    return { width: roadsideSize, height: roadsideSize, rgb: renderRoadside(image.index) };
  }
  const bytes = await readContent(image.name, image.content, readFile);
  return decodeAny(bytes, image.name, decodeInBrowser);
}

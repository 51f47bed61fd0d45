import { expose } from 'comlink';
import { decodeAny } from '../images/files/decode-any.ts';
import type { RgbImage } from '../images/files/rgb-image.ts';
import { openZip, readZipEntry } from '../images/files/zip-read.ts';
import { examineImage, type ExaminedFile } from '../images/sets/examine-image.ts';
import { planFolder, type PlannedSet } from '../images/sets/plan-folder.ts';
import { planTable } from '../images/sets/plan-table.ts';
import { encodePng } from '../images/files/encode-png.ts';
import { renderRoadside, roadsideSize } from '../images/roadside/render.ts';
import { LabError, type Answer } from '../protocol/lab-error.ts';
import type { ZipEntry } from '../protocol/zip-entry.ts';
import { holdAliveLock } from './alive-lock.ts';
import { decodeInBrowser } from './browser-decoder.ts';
import { encodeThumbnail } from './encode-thumbnail.ts';
import type { WorkerGreeting } from './worker-greeting.ts';

/** A file of a person's, on its own or in an archive. */
export type ImageSource =
  | { readonly kind: 'file'; readonly file: Blob }
  | {
      readonly kind: 'zip';
      readonly archive: Blob;
      readonly name: string;
      readonly entry: ZipEntry;
    };

/** A picture that is in order, and its file. */
export interface OpenedImage extends ExaminedFile {
  readonly content: Blob;
}

/** Opens pictures one at a time; not a lane, nothing is classified here. */
export interface ExamineApi {
  /** The pictures of a folder; see {@link planFolder}. */
  planFolder(paths: readonly string[], name: string): Promise<Answer<PlannedSet>>;
  /** The pictures that a table names; see {@link planTable}. */
  planTable(table: Blob, path: string, paths: readonly string[]): Promise<Answer<PlannedSet>>;
  /** The files of an archive that has been found safe. */
  listZip(archive: Blob, name: string): Promise<Answer<readonly ZipEntry[]>>;
  /** @param name what errors call the file */
  examine(source: ImageSource, name: string): Promise<Answer<OpenedImage>>;
  /** A picture of Roadside as PNG, to be shown. */
  drawRoadside(index: number): Promise<Answer<Uint8Array<ArrayBuffer>>>;
  /** The pixels of a picture, to be shown. */
  decode(content: Blob, name: string): Promise<Answer<RgbImage>>;
}

const tools = { decodeInBrowser, encode: encodeThumbnail };

async function answered<T>(call: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await call() };
  } catch (error) {
    if (error instanceof LabError) return { ok: false, error: error.toData() };
    throw error;
  }
}

async function bytesOf(blob: Blob, name: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new LabError('image-missing', `${name}: cannot be read: ${reason}`, name);
  }
}

/** The file's bytes, and itself as a Blob; what comes from an archive becomes one of its own. */
async function open(
  source: ImageSource,
  name: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; content: Blob }> {
  if (source.kind === 'file') {
    return { bytes: await bytesOf(source.file, name), content: source.file };
  }
  const bytes = await readZipEntry(source.archive, source.entry, source.name);
  return { bytes, content: new Blob([bytes]) };
}

function drawRoadside(index: number): Uint8Array<ArrayBuffer> {
  const rgb = renderRoadside(index);
  return Uint8Array.from(encodePng({ width: roadsideSize, height: roadsideSize, rgb }));
}

const api: ExamineApi = {
  planFolder: (paths, name) => answered(async () => planFolder(paths, name)),
  planTable: (table, path, paths) =>
    answered(async () => planTable(await table.text(), path, paths)),
  drawRoadside: (index) => answered(async () => drawRoadside(index)),
  listZip: (archive, name) => answered(async () => (await openZip(archive, name)).entries),
  examine: (source, name) =>
    answered(async () => {
      const { bytes, content } = await open(source, name);
      return { ...(await examineImage(bytes, name, tools)), content };
    }),
  decode: (content, name) =>
    answered(async () => decodeAny(await bytesOf(content, name), name, decodeInBrowser)),
};

const aliveLock = await holdAliveLock('images');
expose(api);
const greeting: WorkerGreeting = { worker: 'ready', aliveLock };
postMessage(greeting);

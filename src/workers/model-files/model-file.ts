import { openZip } from '../../images/files/zip-read.ts';
import { LabError } from '../../protocol/lab-error.ts';
import { MOST_MODEL_BYTES, type NamedBlob } from '../../protocol/model-source.ts';

/** One file among those of a model; its bytes are read when they are asked for. */
export interface ModelFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly bytes: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** "300 MB" */
export function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1e6).toLocaleString('en-GB')} MB`;
}

function checkSize(path: string, bytes: number): void {
  if (bytes <= MOST_MODEL_BYTES) return;
  throw new LabError(
    'model-unsupported',
    `${path} has ${megabytes(bytes)}; models of up to ${megabytes(MOST_MODEL_BYTES)} are opened here.`,
    path,
  );
}

async function isZip(blob: Blob): Promise<boolean> {
  const [p, k, three, four] = new Uint8Array(await blob.slice(0, 4).arrayBuffer());
  return p === 0x50 && k === 0x4b && three === 3 && four === 4;
}

async function zipped({ name, blob }: NamedBlob): Promise<ModelFile[]> {
  const zip = await openZip(blob, name);
  const shown = zip.entries.filter(({ path }) => !/(^|\/)(__MACOSX\/|\.)/.test(path));
  checkSize(
    name,
    shown.reduce((sum, { size }) => sum + size, 0),
  );
  return shown.map(({ path, size }) => ({ path, size, bytes: () => zip.read(path) }));
}

function plain({ name, blob }: NamedBlob): ModelFile {
  checkSize(name, blob.size);
  const bytes = async () => {
    try {
      return new Uint8Array(await blob.arrayBuffer());
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new LabError('model-missing', `${name} could not be read: ${why}.`, name);
    }
  };
  return { path: name, size: blob.size, bytes };
}

/**
 * What was dropped, with zips opened.
 * @throws LabError naming the file where a zip is damaged or a file is too large
 */
export async function modelFiles(dropped: readonly NamedBlob[]): Promise<ModelFile[]> {
  const parts = await Promise.all(
    dropped.map(async (each) => ((await isZip(each.blob)) ? zipped(each) : [plain(each)])),
  );
  return parts.flat();
}

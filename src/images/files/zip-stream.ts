import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { LabError } from '../../protocol/lab-error.ts';

/** A file on its way into a folder or an archive. */
export interface OutputFile {
  /** Relative, with forward slashes. */
  readonly path: string;
  readonly pieces: Iterable<Uint8Array>;
}

/** The original format counts entries in 16 bits and bytes in 32 (APPNOTE 4.4.21 to 4.4.24). */
const MAX_ENTRIES = 65_535;
const MAX_BYTES = 2 ** 32 - 1;

/** Archives carry local time; the first one that can be written is the same bytes everywhere. */
const FIRST_TIME = new Date(1980, 0, 1);

/** @throws LabError `spec-invalid` if a zip cannot hold so many files */
export function checkZipEntries(files: number): void {
  if (files <= MAX_ENTRIES) return;
  throw new LabError(
    'spec-invalid',
    `a zip holds up to ${MAX_ENTRIES} files, not ${files}; make fewer samples at a time, or a folder with the command`,
  );
}

function entryFor(path: string): ZipPassThrough | ZipDeflate {
  const entry = path.endsWith('.png') ? new ZipPassThrough(path) : new ZipDeflate(path);
  entry.mtime = FIRST_TIME;
  return entry;
}

/**
 * The pieces of a zip with these files; PNGs are stored as they are, others deflated. The same
 * files give the same bytes. Only the directory (names, sizes, checksums) is kept in memory.
 * @throws LabError `spec-invalid` where the zip would take more files or bytes than the format can
 */
export async function* zipStream(
  files: AsyncIterable<OutputFile>,
): AsyncGenerator<Uint8Array, void, void> {
  let pieces: Uint8Array[] = [];
  let failure: Error | null = null;
  let entries = 0;
  let bytes = 0;
  const zip = new Zip((error, piece) => {
    failure ??= error;
    pieces.push(piece);
  });
  const take = (): Uint8Array[] => {
    if (failure !== null) throw failure;
    const taken = pieces;
    pieces = [];
    bytes += taken.reduce((sum, piece) => sum + piece.length, 0);
    if (bytes > MAX_BYTES) {
      throw new LabError(
        'spec-invalid',
        'a zip holds up to 4 GB; make fewer samples at a time, or a folder with the command',
      );
    }
    return taken;
  };
  for await (const file of files) {
    entries += 1;
    checkZipEntries(entries);
    const entry = entryFor(file.path);
    zip.add(entry);
    for (const piece of file.pieces) {
      entry.push(piece, false);
      yield* take();
    }
    entry.push(new Uint8Array(0), true);
    yield* take();
  }
  zip.end();
  yield* take();
}

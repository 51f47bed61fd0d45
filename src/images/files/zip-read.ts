import { inflateSync } from 'fflate';
import type { ZipEntry } from '../../protocol/zip-entry.ts';
import { byteSource, type ByteSource } from './byte-source.ts';
import { crc32 } from './crc32.ts';
import { checkZipSafe } from './zip-checks.ts';
import { readZipDirectory, refuseZip } from './zip-directory.ts';

/** An archive whose directory has been read and found safe; its files are read one at a time. */
export interface ZipArchive {
  /** Its files, without folders, in the archive's order. */
  readonly entries: readonly ZipEntry[];
  /**
   * The content of a file.
   * @throws LabError `archive-corrupt` naming the archive and the file
   */
  read(path: string): Promise<Uint8Array<ArrayBuffer>>;
}

const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
/** The largest file of an archive that is read, in bytes. */
const MAX_FILE_BYTES = 2 ** 31 - 1;

/**
 * Expands into room for what the directory promises and one byte more: a file that goes on is
 * recognised without being kept.
 */
function inflate(packed: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const room = new Uint8Array(size + 1);
  const { length } = inflateSync(packed, { out: room });
  if (length !== size)
    throw new Error(`it expands to ${length > size ? 'more' : 'less'} than it says`);
  return room.slice(0, size);
}

function expand(
  packed: Uint8Array<ArrayBuffer>,
  { method, size }: ZipEntry,
): Uint8Array<ArrayBuffer> {
  if (method === DEFLATED) return inflate(packed, size);
  if (method !== STORED) throw new Error('it is packed by a method that is not read; use deflate');
  if (packed.length !== size) throw new Error('its size is not what the directory says');
  return packed;
}

/**
 * The content of one file of an archive.
 * @param name - what errors call the archive
 * @throws LabError `archive-corrupt` naming the archive and the file where it is damaged, packed by
 * another method than deflate, or expands to something else than the directory promises
 */
export async function readZipEntry(
  archive: Blob | ByteSource,
  entry: ZipEntry,
  name: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const source = byteSource(archive);
  if (entry.size > MAX_FILE_BYTES || entry.compressedSize > MAX_FILE_BYTES) {
    return refuseZip(name, `${entry.path} is larger than 2 GB`);
  }
  const header = await source.read(entry.offset, entry.offset + LOCAL_HEADER_BYTES);
  const fields = new DataView(header.buffer);
  if (header.length < LOCAL_HEADER_BYTES || fields.getUint32(0, true) !== LOCAL_HEADER) {
    return refuseZip(name, `${entry.path} is damaged`);
  }
  const start =
    entry.offset + LOCAL_HEADER_BYTES + fields.getUint16(26, true) + fields.getUint16(28, true);
  const packed = await source.read(start, start + entry.compressedSize);
  if (packed.length < entry.compressedSize) return refuseZip(name, `${entry.path} is cut off`);
  let content: Uint8Array<ArrayBuffer>;
  try {
    content = expand(packed, entry);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuseZip(name, `${entry.path} is damaged: ${reason}`);
  }
  if (crc32(content) !== entry.crc32) refuseZip(name, `${entry.path} is damaged: wrong checksum`);
  return content;
}

/**
 * Opens a zip by its directory alone: a 2 GB archive takes the memory of its names. Nothing is
 * expanded before it is asked for, and then one file at a time.
 * @param name - what errors call the archive
 * @throws LabError `archive-corrupt` naming the archive where it is not a zip, damaged, encrypted, a
 * zip bomb, or holds a path that leads out of its folder
 */
export async function openZip(
  archive: Blob | Uint8Array | ByteSource,
  name: string,
): Promise<ZipArchive> {
  const source = byteSource(archive);
  const all = await readZipDirectory(source, name);
  checkZipSafe(all, source.size, name);
  const entries = all.filter(({ path }) => !path.endsWith('/'));
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  return {
    entries,
    read: async (path) => {
      const entry = byPath.get(path);
      return entry === undefined
        ? refuseZip(name, `it holds no ${path}`)
        : readZipEntry(source, entry, name);
    },
  };
}

import { LabError } from '../../protocol/lab-error.ts';
import type { ZipEntry } from '../../protocol/zip-entry.ts';
import type { ByteSource } from './byte-source.ts';

const END = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const END_64_LOCATOR = 0x07064b50;
const END_64_LOCATOR_BYTES = 20;
const END_64 = 0x06064b50;
const END_64_BYTES = 56;
const HEADER = 0x02014b50;
const HEADER_BYTES = 46;
const ZIP_64_FIELD = 1;
const IN_16_BITS = 0xffff;
const IN_32_BITS = 0xffffffff;

/** Files of an archive; more is taken for an attack on memory. */
const MAX_ENTRIES = 200_000;
/** The longest record of a name with its extra fields and comment, times the entries, is far more than this. */
const MAX_DIRECTORY_BYTES = 256 * 2 ** 20;

const view = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** @returns never; the archive is named, and the file in it where one is at fault */
export function refuseZip(name: string, reason: string): never {
  throw new LabError('archive-corrupt', `${name}: ${reason}`, name);
}

interface Directory {
  readonly entries: number;
  readonly offset: number;
  readonly bytes: number;
}

/** Counts and places that do not fit 32 bits are in a record of their own (APPNOTE 4.3.14). */
async function readDirectory64(
  source: ByteSource,
  endAt: number,
  name: string,
): Promise<Directory> {
  const locator = view(await source.read(endAt - END_64_LOCATOR_BYTES, endAt));
  if (locator.byteLength < END_64_LOCATOR_BYTES || locator.getUint32(0, true) !== END_64_LOCATOR) {
    return refuseZip(name, 'its directory is damaged');
  }
  const at = Number(locator.getBigUint64(8, true));
  const end = view(await source.read(at, at + END_64_BYTES));
  if (end.byteLength < END_64_BYTES || end.getUint32(0, true) !== END_64) {
    return refuseZip(name, 'its directory is damaged');
  }
  return {
    entries: Number(end.getBigUint64(32, true)),
    bytes: Number(end.getBigUint64(40, true)),
    offset: Number(end.getBigUint64(48, true)),
  };
}

async function findDirectory(source: ByteSource, name: string): Promise<Directory> {
  const from = Math.max(0, source.size - END_BYTES - LONGEST_COMMENT);
  const tail = view(await source.read(from, source.size));
  let at = tail.byteLength - END_BYTES;
  while (at >= 0 && tail.getUint32(at, true) !== END) at -= 1;
  if (at < 0) return refuseZip(name, 'not a zip, or its end is missing');
  const directory = {
    entries: tail.getUint16(at + 10, true),
    bytes: tail.getUint32(at + 12, true),
    offset: tail.getUint32(at + 16, true),
  };
  const isLarge =
    directory.entries === IN_16_BITS ||
    directory.bytes === IN_32_BITS ||
    directory.offset === IN_32_BITS;
  return isLarge ? readDirectory64(source, from + at, name) : directory;
}

/** Where a field of 32 bits is full, the number stands in the extra field 1, in this order (4.5.3). */
function wideNumbers(
  header: DataView,
  from: number,
  to: number,
  full: readonly number[],
): number[] {
  let at = from;
  while (at + 4 <= to && header.getUint16(at, true) !== ZIP_64_FIELD) {
    at += 4 + header.getUint16(at + 2, true);
  }
  at += 4;
  return full.map((value) => {
    if (value !== IN_32_BITS || at + 8 > to) return value;
    at += 8;
    return Number(header.getBigUint64(at - 8, true));
  });
}

/** UTF-8, which every archiver of today writes, or else the code page of Windows. */
function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * The files that a zip's directory names, without its folders, in the archive's order.
 * @param name - what errors call the archive
 * @throws LabError `archive-corrupt` where it is not a zip, is damaged, encrypted or has more than
 * 200,000 entries
 */
export async function readZipDirectory(source: ByteSource, name: string): Promise<ZipEntry[]> {
  const { entries: count, offset, bytes } = await findDirectory(source, name);
  if (count > MAX_ENTRIES) {
    refuseZip(name, `it has ${count} entries; up to ${MAX_ENTRIES} are read`);
  }
  if (bytes > MAX_DIRECTORY_BYTES || offset + bytes > source.size) {
    refuseZip(name, 'its directory is damaged');
  }
  const all = await source.read(offset, offset + bytes);
  const headers = view(all);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let each = 0; each < count; each += 1) {
    if (at + HEADER_BYTES > all.length || headers.getUint32(at, true) !== HEADER) {
      refuseZip(name, 'its directory is damaged');
    }
    const nameEnd = at + HEADER_BYTES + headers.getUint16(at + 28, true);
    const extraEnd = nameEnd + headers.getUint16(at + 30, true);
    const next = extraEnd + headers.getUint16(at + 32, true);
    if (next > all.length) refuseZip(name, 'its directory is damaged');
    const path = decodeName(all.subarray(at + HEADER_BYTES, nameEnd));
    if (headers.getUint16(at + 8, true) & 1) {
      refuseZip(name, `${path} is encrypted; make a zip without a password`);
    }
    const [size = 0, compressedSize = 0, start = 0] = wideNumbers(headers, nameEnd, extraEnd, [
      headers.getUint32(at + 24, true),
      headers.getUint32(at + 20, true),
      headers.getUint32(at + 42, true),
    ]);
    const method = headers.getUint16(at + 10, true);
    const crc32 = headers.getUint32(at + 16, true);
    entries.push({ path, size, compressedSize, method, crc32, offset: start });
    at = next;
  }
  return entries;
}

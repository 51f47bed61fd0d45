import type { ZipEntry } from '../../protocol/zip-entry.ts';
import { refuseZip } from './zip-directory.ts';

/** Expanding to less than this is harmless, whatever the ratio. */
const HARMLESS_BYTES = 256 * 2 ** 20;
/** Photographs and weights hardly shrink, tables and text to a tenth. */
const MAX_RATIO = 100;
/** Signature and fields of a local header, before the name. */
const LOCAL_HEADER_BYTES = 30;

function unsafeReason(path: string): string | null {
  if (path === '' || path.includes('\0')) return 'a name that is no path';
  if (path.includes('\\')) return 'a backslash in its name';
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return 'an absolute path';
  const parts = path.split('/');
  return parts.includes('..') || parts.includes('.') ? 'a path that leaves its folder' : null;
}

function isBomb(size: number, compressedSize: number): boolean {
  return size > HARMLESS_BYTES && size > MAX_RATIO * compressedSize;
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}

/**
 * Refuses what no honest archive holds: paths that lead out of the folder, a file named twice, files
 * that lie over each other, and more than 256 MiB that expand to more than 100 times their size.
 * @param archiveBytes - size of the whole archive
 * @throws LabError `archive-corrupt` naming the archive and the file in it
 */
export function checkZipSafe(
  entries: readonly ZipEntry[],
  archiveBytes: number,
  name: string,
): void {
  const seen = new Set<string>();
  let total = 0;
  for (const { path, size, compressedSize } of entries) {
    const reason = unsafeReason(path);
    if (reason !== null) refuseZip(name, `it holds "${path}", ${reason}; nothing of it is read`);
    if (seen.has(path)) refuseZip(name, `it holds ${path} twice`);
    seen.add(path);
    total += size;
    if (isBomb(size, compressedSize)) {
      refuseZip(
        name,
        `${path} would expand from ${compressedSize} bytes to ${gigabytes(size)}: a zip bomb, nothing of it is read`,
      );
    }
  }
  if (isBomb(total, archiveBytes)) {
    refuseZip(
      name,
      `${archiveBytes} bytes would expand to ${gigabytes(total)}: a zip bomb, nothing of it is read`,
    );
  }
  let free = 0;
  for (const { path, offset, compressedSize } of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (offset < free)
      refuseZip(name, `${path} lies over another file: a zip bomb, nothing of it is read`);
    free = offset + LOCAL_HEADER_BYTES + compressedSize;
  }
  if (free > archiveBytes) refuseZip(name, 'its end is missing');
}

import { readFile } from 'node:fs/promises';
import type { ByteSource } from '../images/files/byte-source.ts';
import { LabError, type LabErrorKind } from '../protocol/lab-error.ts';
import { fileSource } from '../workers/node-files.ts';

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder, not a file';
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read';
  return error instanceof Error ? error.message : String(error);
}

/**
 * Reads a file that the user named.
 * @param subject - the field or file that errors name
 * @throws LabError of `kind`
 */
export async function readInput(
  path: string,
  subject: string,
  kind: LabErrorKind,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    throw new LabError(kind, `${subject}: ${path}: ${reasonOf(error)}`, subject);
  }
}

/** Like {@link readInput}, to be read in pieces. */
export async function openInput(
  path: string,
  subject: string,
  kind: LabErrorKind,
): Promise<ByteSource> {
  try {
    return await fileSource(path);
  } catch (error) {
    throw new LabError(kind, `${subject}: ${path}: ${reasonOf(error)}`, subject);
  }
}

/** Like {@link readInput}, as UTF-8 text without a byte order mark. */
export async function readText(path: string, subject: string, kind: LabErrorKind): Promise<string> {
  return new TextDecoder().decode(await readInput(path, subject, kind));
}

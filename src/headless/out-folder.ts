import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { LabError } from '../protocol/lab-error.ts';

function refuse(path: string, error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error);
  throw new LabError('spec-invalid', `--out: ${path}: cannot be written: ${reason}`, '--out');
}

/** Removes the folders from `path` up to `first`, as far as they are empty. */
async function removeEmpty(path: string, first: string | undefined): Promise<void> {
  if (first === undefined) return;
  try {
    for (let folder = path; folder.length >= first.length; folder = dirname(folder)) {
      await rmdir(folder);
    }
  } catch {
    // Something else has been put there: it stays.
  }
}

const BATCH = 65_536;

/** A file's content in pieces: text, or bytes. */
type Pieces = Iterable<string | Uint8Array>;

/** The same text in fewer, larger pieces; bytes as they are. */
function* batches(pieces: Pieces): Generator<string | Uint8Array> {
  let batch = '';
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      if (batch !== '') yield batch;
      batch = '';
      yield piece;
      continue;
    }
    batch += piece;
    if (batch.length < BATCH) continue;
    yield batch;
    batch = '';
  }
  yield batch;
}

async function writePieces(path: string, pieces: Pieces): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  return pipeline(Readable.from(batches(pieces)), createWriteStream(path));
}

/** The folder for the results, known to be writable before the work begins. */
export interface OutFolder {
  readonly path: string;
  /**
   * Writes each file beside its place and moves all of them there once they are complete.
   * @param files - by name, with slashes where it lies in a folder of its own
   */
  write(files: Readonly<Record<string, Pieces>>): Promise<void>;
  /** Leaves nothing behind, where nothing was written. */
  release(): Promise<void>;
}

/**
 * Makes the folder if it is not there and checks that files can be made in it.
 * @throws LabError `spec-invalid` naming --out
 */
export async function openOutFolder(given: string): Promise<OutFolder> {
  const path = resolve(given);
  const temporary = (name: string): string =>
    join(path, dirname(name), `.${basename(name)}.${process.pid}.part`);
  let made: string | undefined;
  try {
    made = await mkdir(path, { recursive: true });
    await writeFile(temporary('probe'), '');
    await rm(temporary('probe'));
  } catch (error) {
    await removeEmpty(path, made);
    return refuse(path, error);
  }
  return {
    path,
    write: async (files) => {
      const names = Object.keys(files);
      try {
        for (const [name, pieces] of Object.entries(files))
          await writePieces(temporary(name), pieces);
        for (const name of names) await rename(temporary(name), join(path, name));
      } finally {
        for (const name of names) await rm(temporary(name), { force: true });
      }
    },
    release: () => removeEmpty(path, made),
  };
}

import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { OutputFile } from '../images/files/zip-stream.ts';
import { LabError } from '../protocol/lab-error.ts';
import { openOutFolder } from './out-folder.ts';

function refuse(path: string, reason: string): never {
  throw new LabError('spec-invalid', `--out: ${path}: ${reason}`, '--out');
}

/** A folder that was empty before anything was written into it. */
export interface SampleFolder {
  readonly path: string;
  /** @throws LabError `spec-invalid` naming --out where the file cannot be written */
  write(file: OutputFile): Promise<void>;
  /** Removes what was written, and the folder if it was made for it. */
  clear(): Promise<void>;
}

/**
 * Opens a folder that is not there yet or empty. A folder with files is refused: samples among
 * older ones would be read back as one set.
 * @throws LabError `spec-invalid` naming --out
 */
export async function openSampleFolder(given: string): Promise<SampleFolder> {
  const held = await readdir(given).catch(() => []);
  if (held.length > 0) refuse(given, 'holds files already; name a new or an empty folder');
  const out = await openOutFolder(given);
  const written = new Set<string>();
  return {
    path: out.path,
    write: async ({ path, pieces }) => {
      const [first = ''] = path.split('/');
      const target = join(out.path, path);
      try {
        if (!written.has(first)) await mkdir(dirname(target), { recursive: true });
        written.add(first);
        await writeFile(target, pieces);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        refuse(target, `cannot be written: ${reason}`);
      }
    },
    clear: async () => {
      for (const name of written) await rm(join(out.path, name), { recursive: true, force: true });
      await out.release();
    },
  };
}

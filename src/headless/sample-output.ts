import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  sampleArchive,
  samplesZip,
  type ArchiveOptions,
} from '../images/augment/sample-archive.ts';
import type { SampleJob } from '../images/augment/sample-set.ts';
import { LabError } from '../protocol/lab-error.ts';
import { openOutFolder } from './out-folder.ts';

function refuse(path: string, reason: string): never {
  throw new LabError('spec-invalid', `--out: ${path}: ${reason}`, '--out');
}

function cannotWrite(path: string, error: unknown): never {
  if (error instanceof LabError) throw error;
  return refuse(
    path,
    `cannot be written: ${error instanceof Error ? error.message : String(error)}`,
  );
}

/** Where samples go; nothing was there before. */
export interface SampleOutput {
  readonly path: string;
  /** @throws LabError of the job, or `spec-invalid` naming --out where a file cannot be written */
  write(job: SampleJob, options: ArchiveOptions): Promise<void>;
  /** Puts what was written in its place. */
  keep(): Promise<void>;
  /** Removes what was written, and the folder if it was made for it. */
  clear(): Promise<void>;
}

/** A folder with files is refused: samples among older ones would be read back as one set. */
async function openFolder(given: string): Promise<SampleOutput> {
  const held = await readdir(given).catch(() => []);
  if (held.length > 0) refuse(given, 'holds files already; name a new or an empty folder');
  const out = await openOutFolder(given);
  const written = new Set<string>();
  return {
    path: out.path,
    write: async (job, options) => {
      for await (const { path, pieces } of sampleArchive(job, options)) {
        const [first = ''] = path.split('/');
        const target = join(out.path, path);
        try {
          if (!written.has(first)) await mkdir(dirname(target), { recursive: true });
          written.add(first);
          await writeFile(target, pieces);
        } catch (error) {
          cannotWrite(target, error);
        }
      }
    },
    keep: () => Promise.resolve(),
    clear: async () => {
      for (const name of written) await rm(join(out.path, name), { recursive: true, force: true });
      await out.release();
    },
  };
}

async function openZip(given: string): Promise<SampleOutput> {
  const isThere = await stat(given).then(
    () => true,
    () => false,
  );
  if (isThere) refuse(given, 'is there already; name a new file');
  const out = await openOutFolder(dirname(given));
  const part = join(out.path, `.${basename(given)}.${process.pid}.part`);
  return {
    path: given,
    write: (job, options) =>
      pipeline(Readable.from(samplesZip(job, options)), createWriteStream(part)).catch(
        (error: unknown) => cannotWrite(given, error),
      ),
    keep: () => rename(part, given),
    clear: async () => {
      await rm(part, { force: true });
      await out.release();
    },
  };
}

/**
 * Opens a folder that is new or empty, or a new zip where the name ends in .zip.
 * @throws LabError `spec-invalid` naming --out
 */
export function openSampleOutput(given: string): Promise<SampleOutput> {
  return given.toLowerCase().endsWith('.zip') ? openZip(given) : openFolder(given);
}

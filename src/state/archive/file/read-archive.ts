import { LabError } from '../../../protocol/lab-error.ts';
import { z } from '../../../protocol/zod.ts';
import type { FirstPacked } from '../pack/first-layout.ts';
import { arrayBytes, blocksOf, checkedFrame } from '../pack/frame.ts';
import type { Packed } from '../pack/pack.ts';
import { FILE_KIND, FILE_VERSION } from './archive-file.ts';
import { ByteReader } from './byte-reader.ts';

/** A line holds the facts and figures of one run; the largest result of this lab has some 20 MB. */
const MOST_LINE = 64_000_000;
/** What the largest run that the lab can hold has in arrays, with room to spare. */
const MOST_BYTES = 1_200_000_000;

const headSchema = z.object({ kind: z.literal(FILE_KIND), version: z.int().min(1) });

const runSchema = z.strictObject({ run: z.record(z.string(), z.unknown()), frame: z.unknown() });

/** A line of the first layout. */
const firstSchema = runSchema.extend({ bytes: z.int().min(0).max(MOST_BYTES) });

/** A run as a file says it is; nothing of it has been checked. */
export interface UncheckedRun {
  readonly run: Readonly<Record<string, unknown>>;
  readonly content: Packed | FirstPacked | null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @returns the version of the file's layout */
async function checkHead(reader: ByteReader): Promise<number> {
  let first: string | null;
  try {
    first = await reader.line(1000);
  } catch {
    first = null;
  }
  const head = headSchema.safeParse(jsonOf(first ?? ''));
  if (!head.success) {
    throw new LabError(
      'archive-corrupt',
      'it is not an archive of runs. Choose a file that Export in Runs has written',
    );
  }
  if (head.data.version > FILE_VERSION) {
    throw new LabError(
      'archive-corrupt',
      `it was written by a newer version of the lab (layout ${head.data.version}; this page reads up to ${FILE_VERSION}). Reload the page to get its newest version`,
    );
  }
  return head.data.version;
}

async function firstRun(reader: ByteReader, line: unknown): Promise<UncheckedRun | null> {
  const read = firstSchema.safeParse(line);
  if (!read.success) return null;
  const { run, frame, bytes } = read.data;
  const packed = { frame, bytes: await reader.bytes(bytes) };
  return { run, content: frame === null ? null : packed };
}

async function nextRun(reader: ByteReader, line: unknown): Promise<UncheckedRun | null> {
  const read = runSchema.safeParse(line);
  if (!read.success) return null;
  const { run } = read.data;
  if (read.data.frame === null) return { run, content: null };
  const frame = checkedFrame(read.data.frame);
  if (arrayBytes(frame) > MOST_BYTES) return null;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (const { bytes } of blocksOf(frame)) parts.push(await reader.bytes(bytes));
  return { run, content: { frame, parts } };
}

/**
 * The runs of a file, one at a time.
 * @throws LabError `archive-corrupt` where it is not an archive, is cut off, or was written by a newer lab
 */
export async function* readArchive(file: Blob): AsyncGenerator<UncheckedRun> {
  const reader = new ByteReader(file.stream().pipeThrough(new DecompressionStream('gzip')));
  try {
    const version = await checkHead(reader);
    for (;;) {
      const text = await reader.line(MOST_LINE);
      if (text === null) return;
      const read = version === 1 ? firstRun : nextRun;
      const run = await read(reader, jsonOf(text));
      if (run === null) {
        throw new LabError('archive-corrupt', 'a line of it does not describe a run');
      }
      yield run;
    }
  } catch (error) {
    if (error instanceof LabError) throw error;
    // What the decompression says of damaged bytes differs between browsers.
    throw new LabError('archive-corrupt', 'its bytes are damaged or cut off');
  } finally {
    await reader.close().catch(() => undefined);
  }
}

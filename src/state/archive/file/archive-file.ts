import type { ArchivedRun } from '../archived-run.ts';
import { keptPack, keptRuns } from '../kept-runs.ts';
import type { Packed } from '../pack.ts';
import { claimedRuns } from '../run-lock.ts';

/** Version of the layout of the file; the runs in it have versions of their own. */
export const FILE_VERSION = 1;

/** What the first line of a file says. */
export const FILE_KIND = 'pixelproof runs';

/** Bytes that are handed to the compression at once. */
const CHUNK = 1_000_000;

/** A run as a file holds it: a line of JSON, then its bytes. */
export interface FiledRun {
  readonly run: ArchivedRun;
  /** Null where nothing is kept beside the facts. */
  readonly content: Packed | null;
}

function line(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${JSON.stringify(value)}\n`);
}

async function* linesOf(runs: AsyncIterable<FiledRun>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  yield line({ kind: FILE_KIND, version: FILE_VERSION });
  for await (const { run, content } of runs) {
    const { frame = null, bytes = new Uint8Array(0) } = content ?? {};
    yield line({ run, frame, bytes: bytes.length });
    for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.slice(at, at + CHUNK);
  }
}

function streamOf(chunks: AsyncGenerator<Uint8Array<ArrayBuffer>>): ReadableStream<BufferSource> {
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}

/** Runs as one file: compressed lines of JSON, each followed by the bytes of a run's arrays. */
export function writeArchive(runs: AsyncIterable<FiledRun>): Promise<Blob> {
  const compressed = streamOf(linesOf(runs)).pipeThrough(new CompressionStream('gzip'));
  return new Response(compressed, { headers: { 'content-type': 'application/gzip' } }).blob();
}

async function* filedRuns(ids: readonly string[] | null): AsyncGenerator<FiledRun> {
  const claimed = await claimedRuns();
  for (const run of await keptRuns()) {
    // One that goes on is not what it will be.
    if (claimed.has(run.id) || (ids !== null && !ids.includes(run.id))) continue;
    yield { run, content: await keptPack(run.id) };
  }
}

/**
 * The kept runs as one file, one of them in memory at a time.
 * @param ids null for all that have ended or were cut off
 */
export function exportArchive(ids: readonly string[] | null): Promise<Blob> {
  return writeArchive(filedRuns(ids));
}

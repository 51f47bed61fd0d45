import type { ArchivedRun } from '../archived-run.ts';
import { archivedRuns } from '../archive.ts';
import { keptPack } from '../kept-findings.ts';
import type { Packed } from '../pack/pack.ts';
import { claimedRuns } from '../run-lock.ts';
import { withFiledModels } from './filed-models.ts';

/** Version of the layout of the file; the runs in it have versions of their own. */
export const FILE_VERSION = 2;

/** What the first line of a file says. */
export const FILE_KIND = 'pixelproof runs';

/** A run as a file holds it: a line of JSON, then its blocks. */
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
    yield line({ run, frame: content?.frame ?? null });
    yield* content?.parts ?? [];
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

/** Runs as one file: compressed lines of JSON, each followed by the blocks of a run's arrays. */
export function writeArchive(runs: AsyncIterable<FiledRun>): Promise<Blob> {
  const compressed = streamOf(linesOf(runs)).pipeThrough(new CompressionStream('gzip'));
  return new Response(compressed, { headers: { 'content-type': 'application/gzip' } }).blob();
}

interface Filing {
  readonly blob: Blob;
  /** Names of models whose weights are too large for it. */
  readonly leftOut: readonly string[];
}

/**
 * The kept runs as one file, one of them in memory at a time, with the models that repairs made.
 * @param ids null for all that have ended or were cut off
 */
export async function exportArchive(ids: readonly string[] | null): Promise<Filing> {
  const leftOut: string[] = [];
  const filed = async function* (): AsyncGenerator<FiledRun> {
    const claimed = await claimedRuns();
    for (const run of await archivedRuns()) {
      // One that goes on is not what it will be.
      if (claimed.has(run.id) || (ids !== null && !ids.includes(run.id))) continue;
      const content = await keptPack(run.id);
      if (content === null || run.kind !== 'repair') {
        yield { run, content };
        continue;
      }
      const whole = await withFiledModels(content);
      leftOut.push(...whole.leftOut);
      yield { run, content: whole.content };
    }
  };
  return { blob: await writeArchive(filed()), leftOut };
}

import { openDatabase } from '../storage/database.ts';
import { isFull, stored } from '../storage/stored.ts';
import type { ArchivedRun } from './archived-run.ts';
import { migrated } from './migrations.ts';
import { pack, unpack, type Packed } from './pack.ts';
import type { RunContent } from './run-content.ts';

/** Bytes of one entry; more in one task would hold up the page. */
const PART = 4_000_000;

/** What a change is made of: what it was, or null where there is no such run. */
type Change = (before: ArchivedRun | null) => ArchivedRun | null;

function partsOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]);
}

interface GivenUp {
  readonly done: Promise<void>;
  abort(): void;
}

/** Gives a change up, and says why it could not be made: a full storage fails it as a whole. */
async function reasonOf(transaction: GivenUp, error: unknown): Promise<unknown> {
  const ended = transaction.done.then(
    () => error,
    (why: unknown) => (isFull(why) ? why : error),
  );
  try {
    transaction.abort();
  } catch {
    // It has been given up already.
  }
  return ended;
}

/**
 * Changes a run, and what is kept of its findings where they are given. All of it is kept, or
 * nothing: a page that ends on the way, or a full storage, leaves what was there.
 * @returns the run as it is kept now; null where the change gave none
 * @throws LabError `storage` where the browser's storage is full or blocked
 */
export function changeRun(
  id: string,
  name: string,
  change: Change,
  content?: Packed,
): Promise<ArchivedRun | null> {
  return stored(name, 'kept', async () => {
    const transaction = (await openDatabase()).transaction(['runs', 'runParts'], 'readwrite');
    const ended = transaction.done;
    try {
      const runs = transaction.objectStore('runs');
      const before = await runs.get(id);
      const run = change(before === undefined ? null : migrated(before));
      if (run === null) {
        await ended;
        return null;
      }
      if (content === undefined) {
        await runs.put(run);
        await ended;
        return run;
      }
      const { frame, bytes } = content;
      const parts = transaction.objectStore('runParts');
      await parts.delete(partsOf(id));
      await parts.put({ frame, bytes: bytes.length }, [id, 0]);
      // One after the other: each is copied in a task of its own.
      for (let at = 0; at < bytes.length; at += PART) {
        await parts.put(bytes.slice(at, at + PART), [id, 1 + at / PART]);
      }
      const sized = { ...run, bytes: bytes.length + JSON.stringify(frame).length };
      await runs.put(sized);
      await ended;
      return sized;
    } catch (error) {
      throw await reasonOf(transaction, error);
    }
  });
}

/** @throws LabError `storage` where the browser's storage is full or blocked */
export function keepRun(run: ArchivedRun, content: RunContent): Promise<ArchivedRun | null> {
  return changeRun(run.id, run.name, () => run, pack(content));
}

/**
 * All runs, newest first, as they were kept.
 * @throws LabError `storage` where the browser's storage is blocked, or a newer lab has used it
 */
export function keptRuns(): Promise<ArchivedRun[]> {
  return stored('Runs', 'read', async () => {
    const runs = await (await openDatabase()).getAll('runs');
    return runs.map(migrated).sort((a, b) => b.created - a.created);
  });
}

/** A run as it was kept, or null where it has been deleted. */
export function keptRun(id: string): Promise<ArchivedRun | null> {
  return stored('The run', 'read', async () => {
    const run = await (await openDatabase()).get('runs', id);
    return run === undefined ? null : migrated(run);
  });
}

/**
 * The findings of a run as they are kept, all of one moment; null where there are none.
 * @throws LabError `storage` where the browser's storage is blocked
 */
export function keptPack(id: string): Promise<Packed | null> {
  return stored('The run', 'read', async () => {
    const parts = (await openDatabase()).transaction('runParts').store;
    const first = await parts.get([id, 0]);
    if (first === undefined || first instanceof Uint8Array) return null;
    const bytes = new Uint8Array(first.bytes);
    for (let at = 0; at < bytes.length; at += PART) {
      const part = await parts.get([id, 1 + at / PART]);
      if (part instanceof Uint8Array) bytes.set(part, at);
    }
    return { frame: first.frame, bytes };
  });
}

/** What a run has found; null where nothing is kept of it. */
export async function keptContent(id: string): Promise<RunContent | null> {
  const packed = await keptPack(id);
  return packed && (unpack(packed) as RunContent);
}

/** @throws LabError `storage` where the browser's storage is blocked */
export function deleteKeptRun(id: string): Promise<void> {
  return stored('The run', 'deleted', async () => {
    const transaction = (await openDatabase()).transaction(['runs', 'runParts'], 'readwrite');
    await Promise.all([
      transaction.objectStore('runs').delete(id),
      transaction.objectStore('runParts').delete(partsOf(id)),
      transaction.done,
    ]);
  });
}

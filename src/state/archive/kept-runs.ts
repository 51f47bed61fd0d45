import { openDatabase } from '../storage/database.ts';
import { isFull, stored } from '../storage/stored.ts';
import type { ArchivedRun } from './archived-run.ts';
import { partsOf, weightOf, writeFindings, type Findings, type Written } from './kept-findings.ts';
import { migrated } from './migrations.ts';
import { pack } from './pack/pack.ts';
import type { RunContent } from './run-content.ts';

/** What a change is made of: what it was, or null where there is no such run. */
type Change = (before: ArchivedRun | null) => ArchivedRun | null;

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
 * Changes what is said of a run.
 * @returns the run as it is kept now; null where the change gave none
 * @throws LabError `storage` where the browser's storage is full or blocked
 */
export function changeRun(id: string, name: string, change: Change): Promise<ArchivedRun | null> {
  return stored(name, 'kept', async () => {
    const transaction = (await openDatabase()).transaction('runs', 'readwrite');
    const before = await transaction.store.get(id);
    const run = change(before === undefined ? null : migrated(before));
    await Promise.all([run && transaction.store.put(run), transaction.done]);
    return run;
  });
}

/**
 * Changes a run together with what is kept of its findings. All of it is kept, or nothing: a page
 * that ends on the way, or a full storage, leaves what was there.
 * @param before what this tab wrote last of this run, of which only changes are written
 * @throws LabError `storage` where the browser's storage is full or blocked
 */
export function changeFindings(
  id: string,
  name: string,
  change: (before: ArchivedRun | null) => ArchivedRun,
  findings: Findings,
  before: Written | null = null,
): Promise<Written> {
  return stored(name, 'kept', async () => {
    const transaction = (await openDatabase()).transaction(['runs', 'runParts'], 'readwrite');
    const ended = transaction.done;
    try {
      const runs = transaction.objectStore('runs');
      const kept = await runs.get(id);
      const run = change(kept === undefined ? null : migrated(kept));
      const parts = transaction.objectStore('runParts');
      const written = await writeFindings(parts, id, findings, before);
      const weighed: ArchivedRun = { ...run, bytes: weightOf(findings.frame) };
      await runs.put(weighed);
      await ended;
      return written;
    } catch (error) {
      throw await reasonOf(transaction, error);
    }
  });
}

/** @throws LabError `storage` where the browser's storage is full or blocked */
export async function keepRun(run: ArchivedRun, content: RunContent): Promise<void> {
  await changeFindings(run.id, run.name, () => run, pack(content));
}

/**
 * All runs, newest first, as they were kept, also those that were deleted and can be brought back.
 * @throws LabError `storage` where the browser's storage is blocked, or a newer lab has used it
 */
export function keptRuns(): Promise<ArchivedRun[]> {
  return stored('Runs', 'read', async () => {
    const runs = await (await openDatabase()).getAll('runs');
    return runs.map(migrated).sort((a, b) => b.created - a.created);
  });
}

/** A run as it was kept, or null where it is gone. */
export function keptRun(id: string): Promise<ArchivedRun | null> {
  return stored('The run', 'read', async () => {
    const run = await (await openDatabase()).get('runs', id);
    return run === undefined ? null : migrated(run);
  });
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

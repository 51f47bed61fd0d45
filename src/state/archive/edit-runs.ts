import { createStore } from 'zustand/vanilla';
import { asErrorData } from '../as-error-data.ts';
import { archiveStore, runsChanged } from './archive-store.ts';
import type { ArchivedRun } from './archived-run.ts';
import { changeRun, deleteKeptRun, keptPack, keptRun } from './kept-runs.ts';
import type { Packed } from './pack.ts';
import { claimRun } from './run-lock.ts';

interface DeletedState {
  /** Names of the runs that were deleted last and can still be brought back. */
  readonly deleted: readonly string[];
}

export const deletedRuns = createStore<DeletedState>()(() => ({ deleted: [] }));

interface DeletedRun {
  readonly run: ArchivedRun;
  readonly content: Packed | null;
}

// With their findings, which a store must not hold.
let lastDeleted: readonly DeletedRun[] = [];

/** Most characters of a name, and of a tag; a spec allows names as long. */
export const LONGEST_NAME = 200;
export const LONGEST_TAG = 40;

/** Tells in the list what the storage could not do. */
async function telling(act: () => Promise<void>): Promise<void> {
  try {
    await act();
    await runsChanged();
  } catch (error) {
    archiveStore.setState({ error: asErrorData(error) });
  }
}

/** Tags as a person writes them, separated by commas: each once, in order. */
export function tagsOf(text: string): string[] {
  const tags = text.split(',').map((tag) => tag.trim().slice(0, LONGEST_TAG));
  return [...new Set(tags.filter((tag) => tag !== ''))];
}

/** Gives a run another name and other tags; an empty name leaves the one it has. */
export function relabelRun(id: string, name: string, tags: readonly string[]): Promise<void> {
  return telling(async () => {
    const wanted = name.trim().slice(0, LONGEST_NAME);
    await changeRun(id, wanted, (run) => run && { ...run, name: wanted || run.name, tags });
  });
}

/** Deletes what no tab works on; the rest is left alone. */
async function deleteOne(id: string): Promise<DeletedRun | null> {
  const giveBack = await claimRun(id);
  if (giveBack === null) return null;
  try {
    const [run, content] = [await keptRun(id), await keptPack(id)];
    if (run === null) return null;
    await deleteKeptRun(id);
    return { run, content };
  } finally {
    giveBack();
  }
}

/** Deletes runs; {@link bringRunsBack} undoes it until others are deleted or the page is left. */
export function deleteRuns(ids: readonly string[]): Promise<void> {
  return telling(async () => {
    const gone: DeletedRun[] = [];
    for (const id of ids) {
      const deleted = await deleteOne(id);
      if (deleted !== null) gone.push(deleted);
    }
    lastDeleted = gone;
    deletedRuns.setState({ deleted: gone.map(({ run }) => run.name) });
  });
}

/** Keeps the runs again that were deleted last. */
export function bringRunsBack(): Promise<void> {
  return telling(async () => {
    for (const { run, content } of lastDeleted) {
      await changeRun(run.id, run.name, () => run, content ?? undefined);
    }
    lastDeleted = [];
    deletedRuns.setState({ deleted: [] });
  });
}

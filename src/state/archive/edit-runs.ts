import { asErrorData } from '../as-error-data.ts';
import { emptyBin } from '../storage/bin.ts';
import { stored } from '../storage/stored.ts';
import { archiveStore, listRuns, runsChanged } from './archive-store.ts';
import { changeRun } from './kept-runs.ts';
import { claimRun } from './run-lock.ts';

/** Most characters of a name, and of a tag; a spec allows names as long. */
export const LONGEST_NAME = 200;
export const LONGEST_TAG = 40;

/** How long a deleted run can be brought back at most, in milliseconds: a day. */
const KEPT_AFTER = 86_400_000;

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

async function forgetAll(): Promise<void> {
  await stored('The runs', 'deleted', () => emptyBin());
}

/** Marks what no tab works on; the rest is left alone. */
async function deleteOne(id: string, deleted: number): Promise<void> {
  const giveBack = await claimRun(id);
  try {
    if (giveBack !== null) await changeRun(id, 'The run', (run) => run && { ...run, deleted });
  } finally {
    giveBack?.();
  }
}

/**
 * Deletes runs. {@link bringRunsBack} undoes it, after a reload too, until others are deleted, a day
 * has gone by or their room is needed.
 */
export function deleteRuns(ids: readonly string[]): Promise<void> {
  return telling(async () => {
    const now = Date.now();
    await forgetAll();
    for (const id of ids) await deleteOne(id, now);
  });
}

/** Keeps the runs again that were deleted last. */
export function bringRunsBack(): Promise<void> {
  return telling(async () => {
    for (const { id, name } of archiveStore.getState().deleted) {
      await changeRun(id, name, (run) => run && { ...run, deleted: null });
    }
  });
}

/** Deletes for good, at once, what could have been brought back. */
export function forgetDeleted(): Promise<void> {
  return telling(forgetAll);
}

/** Lists the runs, and deletes for good what was deleted a day ago. */
export async function openArchive(): Promise<void> {
  // Storage that cannot be used is told by the list.
  await emptyBin(Date.now() - KEPT_AFTER).catch(() => undefined);
  await listRuns();
}

import { createStore } from 'zustand/vanilla';
import type { LabErrorData } from '../../protocol/lab-error.ts';
import { asErrorData } from '../as-error-data.ts';
import { measureStorage } from '../storage/storage-use.ts';
import { listedRuns } from './archive.ts';
import type { ArchivedRun } from './archived-run.ts';
import { whenGivenBack } from './run-lock.ts';

interface ArchiveState {
  /** Newest first. */
  readonly runs: readonly ArchivedRun[];
  /** Runs that were deleted last and can still be brought back. */
  readonly deleted: readonly ArchivedRun[];
  /** True once those of earlier visits are listed. */
  readonly isListed: boolean;
  /** What the browser's storage could not do; null where it could. */
  readonly error: LabErrorData | null;
  /** Why the run of this tab is not kept; null where it is. */
  readonly unkept: LabErrorData | null;
}

/** The runs that this browser keeps. */
export const archiveStore = createStore<ArchiveState>()(() => ({
  runs: [],
  deleted: [],
  isListed: false,
  error: null,
  unkept: null,
}));

let channel: BroadcastChannel | null = null;

/** What the tabs of this page tell one another. */
function tabs(): BroadcastChannel {
  channel ??= new BroadcastChannel('pixelproof-runs');
  return channel;
}

// Runs whose end in another tab is awaited.
const awaited = new Set<string>();

/** Lists again once the tabs that work on runs have given them back, by closing or crashing too. */
function awaitOthers(runs: readonly ArchivedRun[]): void {
  for (const { id, state } of runs) {
    if (state !== 'running' || awaited.has(id)) continue;
    awaited.add(id);
    void whenGivenBack(id).then(() => {
      awaited.delete(id);
      return listRuns();
    });
  }
}

/** The runs of a list, each the same object as before where nothing of it has changed. */
function asBefore(runs: readonly ArchivedRun[]): readonly ArchivedRun[] {
  const before = new Map(archiveStore.getState().runs.map((run) => [run.id, run]));
  return runs.map((run) => {
    const known = before.get(run.id);
    return known && JSON.stringify(known) === JSON.stringify(run) ? known : run;
  });
}

let listing = 0;

/** Lists what is kept, also by other tabs. */
export async function listRuns(): Promise<void> {
  listing += 1;
  const own = listing;
  try {
    const { runs, deleted } = await listedRuns();
    // A later list is of later.
    if (own !== listing) return;
    archiveStore.setState({ runs: asBefore(runs), deleted, isListed: true, error: null });
    awaitOthers(runs);
    await measureStorage();
  } catch (error) {
    if (own === listing) archiveStore.setState({ isListed: true, error: asErrorData(error) });
  }
}

/** Says, to other tabs too, that what is kept has changed. */
export function runsChanged(): Promise<void> {
  tabs().postMessage(null);
  return listRuns();
}

/** Follows what other tabs do. */
export function followTabs(): void {
  tabs().addEventListener('message', () => void listRuns());
}

/** A listed run, or null where there is none of the id. */
export function listedRun(id: string): ArchivedRun | null {
  return archiveStore.getState().runs.find((run) => run.id === id) ?? null;
}

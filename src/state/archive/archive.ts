import { LabError } from '../../protocol/lab-error.ts';
import type { ArchivedRun } from './archived-run.ts';
import { keptContent } from './kept-findings.ts';
import { keptRuns } from './kept-runs.ts';
import { contentOf, type ArchivedContent } from './run-content.ts';
import { claimedRuns } from './run-lock.ts';

/** A run that no tab works on any more has been cut off. */
function withState(run: ArchivedRun, claimed: ReadonlySet<string>): ArchivedRun {
  if (run.state !== 'running' || claimed.has(run.id)) return run;
  return { ...run, state: 'interrupted' };
}

interface ListedRuns {
  readonly runs: readonly ArchivedRun[];
  /** Those that were deleted and can still be brought back. */
  readonly deleted: readonly ArchivedRun[];
}

/**
 * All runs that this browser keeps, newest first, and those that are in the bin.
 * @throws LabError `storage` where the browser's storage is blocked, or a newer lab has used it
 */
export async function listedRuns(): Promise<ListedRuns> {
  const [kept, claimed] = await Promise.all([keptRuns(), claimedRuns()]);
  const all = kept.map((run) => withState(run, claimed));
  return {
    runs: all.filter(({ deleted }) => deleted === null),
    deleted: all.filter(({ deleted }) => deleted !== null),
  };
}

/** As {@link listedRuns}, without those that were deleted. */
export async function archivedRuns(): Promise<readonly ArchivedRun[]> {
  return (await listedRuns()).runs;
}

/**
 * What a kept run has found: its result, and every classification behind it. The files of a
 * person's own images are named, and empty.
 * @throws LabError `storage` where the run is gone or nothing is kept of it
 */
export async function readArchived(id: string): Promise<ArchivedContent> {
  const kept = await keptContent(id);
  if (kept === null) {
    throw new LabError(
      'storage',
      'Nothing is kept of this run: it ended before its first checkpoint, or was deleted in another tab.',
      id,
    );
  }
  return contentOf(kept);
}

import { LabError } from '../../protocol/lab-error.ts';
import type { ArchivedRun } from './archived-run.ts';
import { keptContent, keptRuns } from './kept-runs.ts';
import { contentOf, type ArchivedContent } from './run-content.ts';
import { claimedRuns } from './run-lock.ts';

/** A run that no tab works on any more has been cut off. */
function withState(run: ArchivedRun, claimed: ReadonlySet<string>): ArchivedRun {
  if (run.state !== 'running' || claimed.has(run.id)) return run;
  return { ...run, state: 'interrupted' };
}

/**
 * All runs that this browser keeps, newest first.
 * @throws LabError `storage` where the browser's storage is blocked, or a newer lab has used it
 */
export async function archivedRuns(): Promise<ArchivedRun[]> {
  const [runs, claimed] = await Promise.all([keptRuns(), claimedRuns()]);
  return runs.map((run) => withState(run, claimed));
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

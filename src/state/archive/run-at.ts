import type { LabErrorData } from '../../protocol/lab-error.ts';
import type { ArchivedRun, RunState } from './archived-run.ts';

/** What of a run changes while it goes on. */
export interface RunCourse {
  readonly state: RunState;
  /** Work that is done, 0…1. */
  readonly share: number;
  readonly error: LabErrorData | null;
}

/**
 * A kept run as it is now. One that goes on has a share of 0 until it is opened again: it keeps the
 * share that it had.
 * @param now milliseconds since 1970
 */
export function runAt(run: ArchivedRun, course: RunCourse, now: number): ArchivedRun {
  return { ...run, ...course, share: course.share || run.share, updated: now, deleted: null };
}

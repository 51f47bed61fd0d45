import { REPAIR_WORK, RUN_WORK, type Work } from '../background/work-store.ts';
import type { ArchivedRun } from './archived-run.ts';
import type { ShownRuns } from './shown-runs.ts';

/** How far a run is that this tab works on. */
export type RunHere = Pick<Work, 'state' | 'share'>;

/**
 * How far a run of this tab is, as the rest of the page says it.
 * @param underWay what this tab works on, of which the share is 0 until something is known
 */
export function hereOf(
  { id, share }: Pick<ArchivedRun, 'id' | 'share'>,
  { measure, repair }: ShownRuns,
  underWay: ReadonlyMap<string, Work>,
): RunHere {
  const key = id === measure ? RUN_WORK : id === repair ? REPAIR_WORK : null;
  const work = key === null ? undefined : underWay.get(key);
  return { state: work?.state ?? 'running', share: work?.share || share };
}

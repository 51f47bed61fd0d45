import { LabError } from '../../protocol/lab-error.ts';
import { asErrorData } from '../as-error-data.ts';
import { isRepairing, repairStore } from '../repair/repair-store.ts';
import { isUnderWay, runStore } from '../run/run-store.ts';
import { readArchived } from './archive.ts';
import { archiveStore, listedRun } from './archive-store.ts';
import type { ArchivedRun } from './archived-run.ts';
import { openMeasured, resumeMeasured } from './archived-measurement.ts';
import { openRepair, resumeRepairRun } from './archived-repair.ts';
import { keptContent } from './kept-findings.ts';

/** Tells in the list why a run could not be shown. */
async function telling(id: string, act: (run: ArchivedRun) => Promise<void>): Promise<void> {
  archiveStore.setState({ error: null });
  try {
    const run = listedRun(id);
    if (run === null) {
      throw new LabError(
        'storage',
        'There is no such run in this browser. It may have been deleted.',
        id,
      );
    }
    refuseMeanwhile(run);
    await act(run);
  } catch (error) {
    archiveStore.setState({ error: asErrorData(error) });
  }
}

/** A run under way is not put out of sight. */
function refuseMeanwhile({ kind, id }: ArchivedRun): void {
  const isRepair = kind === 'repair';
  const isBusy = isRepair
    ? isRepairing(repairStore.getState().phase)
    : kind !== 'inspection' && isUnderWay(runStore.getState().phase);
  if (!isBusy) return;
  const what = isRepair ? 'A repair' : 'A run in Measure';
  throw new LabError(
    'storage',
    `${what} is under way. Open this once it has ended, or cancel it.`,
    id,
  );
}

/** Shows a kept run where it was made, as it was after its end. */
export function openArchived(id: string): Promise<void> {
  return telling(id, async (run) => {
    const content = await readArchived(id);
    if (run.kind === 'inspection') {
      if (content.kind !== 'inspection') return;
      const { openInspection } = await import('./archived-inspection.ts');
      await openInspection(run, content);
    } else if (content.kind === 'repair') {
      openRepair(run, content);
    } else if (content.kind !== 'inspection') {
      await openMeasured(run, content);
    }
  });
}

/** Whether a run has work left that this tab could do. */
export function canResume({ kind, state }: ArchivedRun): boolean {
  return kind !== 'inspection' && state !== 'done' && state !== 'running';
}

/** Goes on with a run that was cut off, from its last checkpoint. */
export function resumeArchived(id: string): Promise<void> {
  return telling(id, async (run) => {
    if (run.kind === 'inspection') return;
    if (isUnderWay(runStore.getState().phase) || isRepairing(repairStore.getState().phase)) {
      throw new LabError(
        'storage',
        'Something else is under way and needs all workers. Resume this once it has ended.',
        id,
      );
    }
    const content = (await keptContent(id)) && (await readArchived(id));
    if (run.kind === 'repair') {
      resumeRepairRun(run, content?.kind === 'repair' ? content : null);
      return;
    }
    const isMeasured = content?.kind === 'sweep' || content?.kind === 'attack';
    await resumeMeasured(run, isMeasured ? content : null);
  });
}

import { checkRepair } from '../../run/repair/check-repair.ts';
import { goToPanel } from '../navigation/navigation-store.ts';
import { continueRepair, showKeptRepair } from '../repair/repair-controller.ts';
import { repairDraft } from '../repair/repair-draft.ts';
import type { ArchivedExperiment } from './archived-run.ts';
import type { ArchivedContent } from './run-content.ts';

type RepairContent = Extract<ArchivedContent, { kind: 'repair' }>;

/** Where repairs are shown, as the address names it. */
const PANEL = 'repair';

/** Shows an ended repair as it was after its end. */
export function openRepair(run: ArchivedExperiment, content: RepairContent): void {
  const spec = checkRepair(run.spec);
  const { snapshot, result, models } = content;
  const phase = run.state === 'done' || run.state === 'failed' ? run.state : 'cancelled';
  showKeptRepair({
    phase,
    spec,
    step: '',
    snapshot,
    result,
    models,
    error: run.error,
    keepError: null,
    file: null,
  });
  repairDraft.getState().replace(spec);
  goToPanel(PANEL);
}

/** Begins a repair again that was cut off. */
export function resumeRepairRun(run: ArchivedExperiment): void {
  const spec = checkRepair(run.spec);
  repairDraft.getState().replace(spec);
  goToPanel(PANEL);
  continueRepair(spec, run.id);
}

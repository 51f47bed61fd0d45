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
  const { snapshot, result, models, records } = content;
  const phase = run.state === 'done' || run.state === 'failed' ? run.state : 'cancelled';
  const found = { snapshot, result, models, records };
  showKeptRepair(run.id, { phase, spec, error: run.error }, found);
  repairDraft.getState().replace(spec);
  goToPanel(PANEL);
}

/** Goes on with a repair from its last checkpoint; from the start where there is none. */
export function resumeRepairRun(run: ArchivedExperiment, content: RepairContent | null): void {
  const spec = checkRepair(run.spec);
  repairDraft.getState().replace(spec);
  goToPanel(PANEL);
  continueRepair(spec, { id: run.id, checkpoint: content?.checkpoint ?? null });
}

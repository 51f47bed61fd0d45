import { checkRepair } from '../../run/repair/check-repair.ts';
import { experimentStore } from '../experiment/experiment-store.ts';
import { goToPanel } from '../navigation/navigation-store.ts';
import { repairDraft } from '../repair/repair-draft.ts';
import type { ArchivedExperiment } from './archived-run.ts';

/** Puts the experiment of a run into the sentence, to be changed and run as another. */
export function duplicateRun({ kind, spec }: ArchivedExperiment): void {
  if (kind === 'repair') {
    repairDraft.getState().replace(checkRepair(spec));
    goToPanel('repair');
    return;
  }
  experimentStore.getState().replace(spec);
  goToPanel(null);
}

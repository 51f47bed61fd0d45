import { checkRepair } from '../../run/repair/check-repair.ts';
import { sameExperiment } from '../experiment/experiment-store.ts';
import { goToPanel } from '../navigation/navigation-store.ts';
import { sameRepair } from '../repair/repair-draft.ts';
import { startRepairRun } from '../repair/repair-controller.ts';
import type { ShownRepair } from '../repair/repair-store.ts';
import { startRun } from '../run/run-controller.ts';
import { shownResult, type ShownRun } from '../run/run-store.ts';
import type { LinkedRun } from './link-store.ts';
import { linkPages } from './link-pages.ts';
import { compareNumbers, type Comparison } from './numbers/compare-numbers.ts';
import { resultNumbers, type LinkableResult } from './numbers/linked-numbers.ts';

/** Runs the experiment of a link that holds numbers. */
export function reproduce({ panel, spec }: LinkedRun): void {
  const page = linkPages[panel];
  if (!page.asks(spec)) page.put(spec, new Map());
  if (panel === 'measure') {
    goToPanel(null);
    startRun();
  } else {
    goToPanel('repair');
    startRepairRun();
  }
}

/** Where reproducing stands. */
export type Reproduction =
  | { readonly state: 'open' }
  | { readonly state: 'running' }
  | { readonly state: 'compared'; readonly comparison: Comparison }
  /** The run here covers less, or the numbers are of something else. */
  | { readonly state: 'incomparable'; readonly why: 'incomplete' | 'unlike' };

function compared({ numbers }: LinkedRun, result: LinkableResult | null): Reproduction {
  if (result === null) return { state: 'open' };
  const here = resultNumbers(result);
  if (here === null) return { state: 'incomparable', why: 'incomplete' };
  const comparison = compareNumbers(numbers, here);
  if (comparison === null) return { state: 'incomparable', why: 'unlike' };
  return { state: 'compared', comparison };
}

/** How a run that is shown stands to the numbers of a link. */
export function sweepReproduction(
  linked: LinkedRun,
  run: Pick<ShownRun, 'phase' | 'spec' | 'result' | 'attackResult'>,
): Reproduction {
  if (run.spec === null || !sameExperiment(run.spec, linked.spec)) return { state: 'open' };
  if (run.phase === 'failed') return { state: 'open' };
  const isOver = run.phase === 'done' || run.phase === 'cancelled' || run.phase === 'opened';
  return isOver ? compared(linked, shownResult(run)) : { state: 'running' };
}

/** How a repair that is shown stands to the numbers of a link. */
export function repairReproduction(
  linked: LinkedRun,
  run: Pick<ShownRepair, 'phase' | 'spec' | 'result'>,
): Reproduction {
  if (run.spec === null || !sameRepair(run.spec, checkRepair(linked.spec)))
    return { state: 'open' };
  if (run.phase === 'failed') return { state: 'open' };
  const isOver = run.phase === 'done' || run.phase === 'cancelled' || run.phase === 'opened';
  return isOver ? compared(linked, run.result) : { state: 'running' };
}

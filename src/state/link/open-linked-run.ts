import type { ArchivedRun } from '../archive/archived-run.ts';
import { archiveStore, listedRun } from '../archive/archive-store.ts';
import { canResume, openArchived } from '../archive/open-archived.ts';
import { panelIn, type PanelId } from '../navigation/panel-address.ts';
import { refusal } from './codec/link-fields.ts';
import { samePlain } from './codec/paths.ts';
import { queryOf, withQuery } from './codec/query.ts';
import { RUN } from './codec/shared-fields.ts';
import { linkPages } from './link-pages.ts';
import { linkStore } from './link-store.ts';

function panelOf({ kind }: ArchivedRun): PanelId {
  if (kind === 'inspection') return 'inspect';
  return kind === 'repair' ? 'repair' : 'measure';
}

/** Whether the rest of the address asks for another experiment than that of the run. */
function isOther(run: ArchivedRun, panel: PanelId): boolean {
  if (run.kind === 'inspection' || panel !== panelOf(run)) return false;
  const page = linkPages[run.kind === 'repair' ? 'repair' : 'measure'];
  return !page.asks(run.spec) && !samePlain(page.spec(), page.read([], []).spec);
}

/** Why a run cannot be shown; null where it can. */
function problemOf(run: ArchivedRun | null, panel: PanelId): string | null {
  if (run === null) {
    return 'this browser keeps no such run: runs stay where they were made, and “Copy link” there makes a link to repeat one anywhere';
  }
  if (run.state === 'running') return 'it is still under way; Runs lists it';
  if (run.state === 'interrupted' && canResume(run)) return 'it was cut off; Runs can resume it';
  return isOther(run, panel) ? 'it is of another experiment than the rest of the link' : null;
}

/** Going back leads to what the address said beside the run, not to the run once more. */
function leaveRunOut(): void {
  const rest = queryOf(location.href).filter(([key]) => key !== RUN);
  history.replaceState(history.state, '', withQuery(location.href, rest));
}

function isShown(id: string): boolean {
  return Object.values(linkPages).some((page) => page.run() === id);
}

/** Shows the kept run that an address names, once the runs are listed; says why where it cannot. */
export async function openLinkedRun(): Promise<void> {
  const { run: id } = linkStore.getState();
  if (id === null) return;
  const panel = panelIn(location.href) ?? 'measure';
  const run = listedRun(id);
  let problem = problemOf(run, panel);
  if (run !== null && problem === null && !isShown(id)) {
    if (panelOf(run) !== panel) leaveRunOut();
    await openArchived(id);
    problem = archiveStore.getState().error?.message ?? null;
    if (problem !== null) archiveStore.setState({ error: null });
  }
  const { run: still, refused } = linkStore.getState();
  if (still !== id) return;
  const told = problem === null ? refused : [...refused, refusal(RUN, id, problem)];
  linkStore.setState({ run: null, panel: panelIn(location.href) ?? 'measure', refused: told });
}

import { LabError } from '../../protocol/lab-error.ts';
import type { Spec } from '../../protocol/spec.ts';
import type { AttackRecord } from '../../run/attack/attack-types.ts';
import type { SweepRecord } from '../../run/sweep-types.ts';
import { runsChanged } from '../archive/archive-store.ts';
import { openKeeper } from '../archive/run-keeper.ts';
import { claimRun } from '../archive/run-lock.ts';
import { shownRuns } from '../archive/shown-runs.ts';
import { asErrorData } from '../as-error-data.ts';
import { experimentStore } from '../experiment/experiment-store.ts';
import { writeFileOf, type ExportName } from './export-file.ts';
import { contentOfRun, endOf, startKind, watchRun, type KeptRun } from './kept-run.ts';
import { runOptions } from './open-run.ts';
import { runStore, type ShownRun } from './run-store.ts';

/** A run under the name that the archive knows it by. */
interface NamedRun {
  readonly id: string;
  /** Null where nothing is done yet. */
  readonly kept: KeptRun | null;
}

let abort = new AbortController();
let current: NamedRun | null = null;

/** Work that is done, 0…1. */
function doneShare({ snapshot }: Pick<ShownRun, 'snapshot'>): number {
  return snapshot === null || snapshot.total === 0 ? 0 : snapshot.done / snapshot.total;
}

/** Runs a spec to its end, and keeps it meanwhile. */
async function compute(spec: Spec, before: NamedRun, goesOn: boolean): Promise<void> {
  const { id } = before;
  let kept = startKind(await runOptions(spec, abort.signal), before.kept);
  current = { id, kept };
  const keeper = openKeeper({ id, spec, goesOn, content: () => contentOfRun(kept) });
  const stop = runStore.subscribe((run) => keeper.progress(doneShare(run)));
  kept = await watchRun(kept);
  stop();
  current = { id, kept };
  const end = endOf(kept);
  if (end === null) return;
  runStore.getState().end(end);
  const share = end.phase === 'done' ? 1 : doneShare(runStore.getState());
  await keeper.end({ state: end.phase, share, error: end.error });
}

/** @param before what it goes on from, which stays shown while the run is opened; null to begin anew */
async function launch(spec: Spec, before: NamedRun | null): Promise<void> {
  const controller = new AbortController();
  abort = controller;
  const begun = before ?? { id: crypto.randomUUID(), kept: null };
  current = begun;
  const isShown = shownRuns.getState().measure === begun.id;
  shownRuns.setState({ measure: begun.id });
  runStore.getState().begin(spec, isShown && begun.kept !== null);
  const giveBack = await claimRun(begun.id);
  try {
    if (giveBack === null) {
      throw new LabError('storage', 'This run goes on in another tab. Watch it there.', begun.id);
    }
    await compute(spec, begun, before !== null);
  } catch (error) {
    const { aborted } = controller.signal;
    runStore.getState().end({
      phase: aborted ? 'cancelled' : 'failed',
      result: begun.kept?.outcome?.result ?? null,
      error: aborted ? null : asErrorData(error),
    });
  } finally {
    giveBack?.();
    await runsChanged();
  }
}

/** Runs the experiment of the sentence from the start. */
export function startRun(): void {
  void launch(experimentStore.getState().spec, null);
}

/** Goes on from what the ended run had finished; from the start where it had nothing. */
export function continueRun(): void {
  const { spec } = runStore.getState();
  if (spec !== null) void launch(spec, current);
}

/** Goes on from what a kept run had finished. */
export function continueKept(spec: Spec, run: NamedRun): void {
  void launch(spec, run);
}

/** Shows a kept run as it was after its end. */
export function showKept(run: NamedRun, shown: ShownRun): void {
  current = run;
  shownRuns.setState({ measure: run.id });
  runStore.getState().restore(shown);
}

export function pauseRun(): void {
  current?.kept?.run?.pause();
}

export function resumeRun(): void {
  current?.kept?.run?.resume();
}

/** Stops the run and keeps what is done; before it computes, stops opening it. */
export function cancelRun(): void {
  abort.abort();
  void current?.kept?.run?.cancel();
}

function shownKept(): KeptRun | null {
  return runStore.getState().phase === 'opened' ? null : (current?.kept ?? null);
}

/** Every classification of the ended sweep that is shown; null for a result from a file. */
export function shownRecord(): SweepRecord | null {
  const kept = shownKept();
  return kept?.kind === 'sweep' ? (kept.outcome?.record ?? null) : null;
}

/** Every classification of the ended attack that is shown; null for a result from a file. */
export function shownAttackRecord(): AttackRecord | null {
  const kept = shownKept();
  return kept?.kind === 'attack' ? (kept.outcome?.record ?? null) : null;
}

/** A file of the run that is shown, or null where there is none; an opened result has no images.csv. */
export function exportFile(name: ExportName): Promise<Blob | null> {
  return writeFileOf(runStore.getState(), shownKept(), name);
}

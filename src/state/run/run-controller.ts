import type { Spec } from '../../protocol/spec.ts';
import type { AttackRecord } from '../../run/attack/attack-types.ts';
import type { SweepRecord } from '../../run/sweep-types.ts';
import { asErrorData } from '../as-error-data.ts';
import { experimentStore } from '../experiment/experiment-store.ts';
import { writeFileOf, type ExportName } from './export-file.ts';
import { canGoOn, endOf, startKind, watchRun, type KeptRun } from './kept-run.ts';
import { runOptions } from './open-run.ts';
import { runStore } from './run-store.ts';

let abort = new AbortController();
let kept: KeptRun | null = null;

/** @param goesOn from what the ended run had finished, which stays shown while this one is opened */
async function launch(spec: Spec, goesOn: boolean): Promise<void> {
  const controller = new AbortController();
  abort = controller;
  const checkpoint = goesOn && kept?.kind === 'sweep' ? kept.run.checkpoint() : null;
  if (checkpoint === null) kept = null;
  runStore.getState().begin(spec, checkpoint !== null);
  const before = kept;
  try {
    const started = startKind(await runOptions(spec, controller.signal), checkpoint);
    kept = started;
    kept = await watchRun(started);
    const end = endOf(kept);
    if (end !== null) runStore.getState().end(end);
  } catch (error) {
    const { aborted } = controller.signal;
    runStore.getState().end({
      phase: aborted ? 'cancelled' : 'failed',
      result: before?.outcome?.result ?? null,
      error: aborted ? null : asErrorData(error),
    });
  }
}

/** Runs the experiment of the sentence from the start. */
export function startRun(): void {
  void launch(experimentStore.getState().spec, false);
}

/** Goes on from what an ended run had finished; from the start where it had nothing. */
export function continueRun(): void {
  const { spec } = runStore.getState();
  if (spec !== null) void launch(spec, canGoOn(spec));
}

export function pauseRun(): void {
  kept?.run.pause();
}

export function resumeRun(): void {
  kept?.run.resume();
}

/** Stops the run and keeps what is done; before it computes, stops opening it. */
export function cancelRun(): void {
  abort.abort();
  void kept?.run.cancel();
}

/** Every classification of the ended sweep that is shown; null for a result from a file. */
export function shownRecord(): SweepRecord | null {
  if (runStore.getState().phase === 'opened' || kept?.kind !== 'sweep') return null;
  return kept.outcome?.record ?? null;
}

/** Every classification of the ended attack that is shown; null for a result from a file. */
export function shownAttackRecord(): AttackRecord | null {
  if (runStore.getState().phase === 'opened' || kept?.kind !== 'attack') return null;
  return kept.outcome?.record ?? null;
}

/** A file of the run that is shown, or null where there is none; an opened result has no images.csv. */
export function exportFile(name: ExportName): Promise<Blob | null> {
  const shown = runStore.getState();
  return writeFileOf(shown, shown.phase === 'opened' ? null : kept, name);
}

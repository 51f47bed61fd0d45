import { LabError } from '../../protocol/lab-error.ts';
import type { Spec } from '../../protocol/spec.ts';
import { startSweep } from '../../run/sweep.ts';
import type {
  SweepCheckpoint,
  SweepOutcome,
  SweepRecord,
  SweepRun,
  SweepSnapshot,
} from '../../run/sweep-types.ts';
import { openBrowserLane } from '../../workers/open-browser-lane.ts';
import {
  aggregateApart,
  cellsCsvApart,
  imagesCsvApart,
  resultJsonApart,
} from '../../workers/results-apart.ts';
import { asErrorData } from '../as-error-data.ts';
import { modelName } from '../models/model-list.ts';
import { probeCompute } from '../compute/compute.ts';
import { computeStore } from '../compute/compute-store.ts';
import { expectedSeconds } from '../experiment/expected-cost.ts';
import { experimentStore } from '../experiment/experiment-store.ts';
import { cardsStore } from '../models/cards-store.ts';
import { readModel } from '../models/read-model.ts';
import { runStore } from './run-store.ts';
import { speedStore } from '../compute/speed-store.ts';

export type ExportName = 'result.json' | 'cells.csv' | 'images.csv';

/** A snapshot of a large grid is drawn in some 15 ms; four a second leave the main thread free. */
const snapshotEvery = 250;

// What a store must not hold: a run with its workers, and the predictions behind a result.
let abort = new AbortController();
let run: SweepRun | null = null;
let outcome: SweepOutcome | null = null;

/** What is expected of the backend that a run starts with. */
function expectedOnBest(ids: readonly string[]): Record<string, number> {
  const backend = computeStore.getState().plans[0]?.backend;
  const measured = backend && speedStore.getState().measured[backend];
  return expectedSeconds(ids, backend, cardsStore.getState().cards, measured);
}

async function openRun(
  spec: Spec,
  checkpoint: SweepCheckpoint | null,
  signal: AbortSignal,
): Promise<SweepRun> {
  const { prepare } = runStore.getState();
  prepare('Listing the images');
  const { roadsideImages } = await import('../../images/roadside-set.ts');
  if (spec.images.source !== 'roadside') {
    throw new LabError('spec-invalid', 'images: only Roadside images can be opened here', 'images');
  }
  const images = roadsideImages(spec.images.split, spec.images.count);
  const ids = spec.models.filter((model) => typeof model === 'string');
  prepare(`Fetching ${ids.map(modelName).join(', ')}`);
  const models = await Promise.all(ids.map((id) => readModel(id, signal)));
  if (computeStore.getState().plans.length === 0) {
    prepare('Looking for a backend');
    await probeCompute();
  }
  signal.throwIfAborted();
  prepare('Starting the workers');
  return startSweep({
    spec,
    images,
    models,
    openLane: openBrowserLane,
    backends: computeStore.getState().plans,
    versions: { pixelproof: PIXELPROOF_VERSION, tfjs: TFJS_VERSION },
    snapshotEvery,
    expectedSeconds: expectedOnBest(ids),
    aggregate: (input) => aggregateApart(input),
    ...(checkpoint && { checkpoint }),
  });
}

/** The speeds of a run that stayed on one backend; after a change they belong to none. */
function keepSpeeds({ backend, secondsPerImage }: SweepSnapshot): void {
  const plan = computeStore.getState().plans.find((each) => each.backend === backend);
  if (plan === undefined || Object.keys(secondsPerImage).length === 0) return;
  speedStore.getState().record(plan.backend, secondsPerImage);
}

async function watch(started: SweepRun): Promise<void> {
  const stop = started.subscribe((snapshot) => runStore.getState().progress(snapshot));
  const ended = await started.done;
  stop();
  keepSpeeds(started.snapshot());
  outcome = ended;
  runStore.getState().end({
    phase: ended.phase,
    result: ended.result,
    error: ended.phase === 'failed' ? ended.error : null,
  });
}

/** @param checkpoint what to go on from; it stays shown and kept while the run is being opened */
async function launch(spec: Spec, checkpoint: SweepCheckpoint | null): Promise<void> {
  const controller = new AbortController();
  abort = controller;
  if (checkpoint === null) {
    run = null;
    outcome = null;
  }
  runStore.getState().begin(spec, checkpoint !== null);
  try {
    run = await openRun(spec, checkpoint, controller.signal);
    await watch(run);
  } catch (error) {
    const { aborted } = controller.signal;
    runStore.getState().end({
      phase: aborted ? 'cancelled' : 'failed',
      result: outcome?.result ?? null,
      error: aborted ? null : asErrorData(error),
    });
  }
}

/** Runs the experiment of the sentence from the start. */
export function startRun(): void {
  void launch(experimentStore.getState().spec, null);
}

/** Goes on from what an ended run had finished; from the start where it had nothing. */
export function continueRun(): void {
  const { spec } = runStore.getState();
  if (spec !== null) void launch(spec, run?.checkpoint() ?? null);
}

export function pauseRun(): void {
  run?.pause();
}

export function resumeRun(): void {
  run?.resume();
}

/** Stops the run and keeps what is done; before it computes, stops opening it. */
export function cancelRun(): void {
  abort.abort();
  void run?.cancel();
}

/** Every classification of the ended run that is shown; null for a result from a file. */
export function shownRecord(): SweepRecord | null {
  return runStore.getState().phase === 'opened' ? null : (outcome?.record ?? null);
}

/** A file of the run that is shown, or null where there is none; an opened result has no images.csv. */
export async function exportFile(name: ExportName): Promise<Blob | null> {
  const { result, phase } = runStore.getState();
  if (result === null) return null;
  const record = phase === 'opened' ? null : outcome?.record;
  switch (name) {
    case 'result.json':
      return resultJsonApart(result);
    case 'cells.csv':
      return cellsCsvApart(result);
    case 'images.csv':
      return record ? imagesCsvApart(record) : null;
  }
}

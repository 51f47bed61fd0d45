import { resultJson } from '../../run/export/result-json.ts';
import { startRepair } from '../../run/repair/repair.ts';
import type { RepairExperiment, RepairOutcome, RepairRun } from '../../run/repair/repair-types.ts';
import { openBrowserLane } from '../../workers/open-browser-lane.ts';
import { aggregateApart } from '../../workers/results-apart.ts';
import { probeCompute } from '../compute/compute.ts';
import { computeStore } from '../compute/compute-store.ts';
import { plansFor } from '../compute/plans-for.ts';
import { classesOfModels, openImages } from '../images/open-images.ts';
import { modelName } from '../models/model-list.ts';
import { readModel } from '../models/read-model.ts';
import { asErrorData } from '../as-error-data.ts';
import { keepRepaired } from './keep-repaired.ts';
import { modelArchive } from './model-archive.ts';
import { repairDraft } from './repair-draft.ts';
import { imagesOfRole, type RepairRole } from './repair-images.ts';
import { repairStore } from './repair-store.ts';

const snapshotEvery = 250;

// What a store must not hold: a run with its workers, and the weights behind a result.
let abort = new AbortController();
let run: RepairRun | null = null;
let outcome: RepairOutcome | null = null;
let classNames: readonly string[] = [];

async function openRun(spec: RepairExperiment, signal: AbortSignal): Promise<RepairRun> {
  const { prepare } = repairStore.getState();
  const { repair } = spec;
  prepare('Listing the images');
  const classes = classesOfModels(spec.models);
  const open = (role: RepairRole) => openImages(imagesOfRole(spec, role), classes);
  const test = await open('test');
  const train = await open('train');
  const validation = await open('validation');
  const { SYMMETRIC_SIGNS } = await import('../../images/augment/mirror-classes.ts');
  const isRoadside = imagesOfRole(spec, 'train').source === 'roadside';
  const mirrors = test.classNames.flatMap((name, at) =>
    isRoadside && SYMMETRIC_SIGNS.has(name) ? [at] : [],
  );
  classNames = repair.classes
    ? repair.classes.flatMap((each) => test.classNames[each] ?? [])
    : test.classNames;
  prepare(`Fetching ${modelName(repair.model)}`);
  const model = await readModel(repair.model, signal);
  if (computeStore.getState().plans.length === 0) {
    prepare('Looking for a backend');
    await probeCompute();
  }
  signal.throwIfAborted();
  prepare('Starting the workers');
  return startRepair({
    spec,
    model,
    train,
    validation,
    test,
    mirrors,
    openLane: openBrowserLane,
    backends: plansFor([model]),
    versions: { pixelproof: PIXELPROOF_VERSION, tfjs: TFJS_VERSION },
    aggregate: (input) => aggregateApart(input),
    snapshotEvery,
  });
}

async function watch(started: RepairRun): Promise<void> {
  const stop = started.subscribe((snapshot) => repairStore.getState().progress(snapshot));
  const ended = await started.done;
  stop();
  outcome = ended;
  if (ended.result !== null) {
    const kept = await keepRepaired(ended.models, ended.result, {
      made: Date.now(),
      classNames,
    });
    repairStore.getState().keep(kept.models, kept.error);
  }
  repairStore.getState().end(ended);
}

async function launch(spec: RepairExperiment): Promise<void> {
  const controller = new AbortController();
  abort = controller;
  run = null;
  outcome = null;
  repairStore.getState().begin(spec);
  try {
    run = await openRun(spec, controller.signal);
    await watch(run);
  } catch (error) {
    const { aborted } = controller.signal;
    repairStore.getState().end({
      phase: aborted ? 'cancelled' : 'failed',
      result: null,
      error: aborted ? null : asErrorData(error),
    });
  }
}

/** Runs the repair of the draft. */
export function startRepairRun(): void {
  void launch(repairDraft.getState().spec);
}

export function pauseRepair(): void {
  run?.pause();
}

export function resumeRepair(): void {
  run?.resume();
}

/** Stops the run and keeps the best weights so far; before it computes, stops opening it. */
export function cancelRepair(): void {
  abort.abort();
  void run?.cancel();
}

/** result.json of the repair that is shown, or null where there is none. */
export function exportRepair(): Blob | null {
  const { result } = repairStore.getState();
  return result ? new Blob([resultJson(result)], { type: 'application/json' }) : null;
}

/** A repaired model of the shown run as a zip, or null where there is none of this id. */
export async function exportRepairedModel(id: string): Promise<Blob | null> {
  const model = outcome?.models.find((each) => each.id === id);
  return model === undefined ? null : modelArchive(model, classNames);
}

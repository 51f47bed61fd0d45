import { LabError } from '../../protocol/lab-error.ts';
import { resultJson } from '../../run/export/result-json.ts';
import type { TableName } from '../../run/repair/table-record.ts';
import { startRepair } from '../../run/repair/repair.ts';
import type {
  RepairCheckpoint,
  RepairExperiment,
  RepairOutcome,
  RepairRun,
} from '../../run/repair/repair-types.ts';
import { openBrowserLane } from '../../workers/open-browser-lane.ts';
import { aggregateApart, imagesCsvApart } from '../../workers/results-apart.ts';
import { probeCompute } from '../compute/compute.ts';
import { computeStore } from '../compute/compute-store.ts';
import { plansFor } from '../compute/plans-for.ts';
import { classesOfModels, openImages } from '../images/open-images.ts';
import { modelName } from '../models/model-list.ts';
import { readModel } from '../models/read-model.ts';
import { runsChanged } from '../archive/archive-store.ts';
import { keptTables } from '../archive/kept-record.ts';
import type { RunContent } from '../archive/run-content.ts';
import { openKeeper } from '../archive/run-keeper.ts';
import { claimRun } from '../archive/run-lock.ts';
import { shownRuns } from '../archive/shown-runs.ts';
import { asErrorData } from '../as-error-data.ts';
import { keepRepaired } from './keep-repaired.ts';
import { modelArchive } from './model-archive.ts';
import { repairDraft } from './repair-draft.ts';
import { exportKeptModel } from './kept-repairs.ts';
import { imagesOfRole, type RepairRole } from './repair-images.ts';
import { repairStore, tablesIn, type ShownModel, type ShownRepair } from './repair-store.ts';

const snapshotEvery = 250;

const NO_RECORDS: RepairOutcome['records'] = { heldOut: null, trainedOn: null };

/** A repair under the name that the archive knows it by, and what it had finished. */
interface EarlierRepair {
  readonly id: string;
  readonly checkpoint: RepairCheckpoint | null;
}

// What a store must not hold: a run with its workers, and the weights behind a result.
let abort = new AbortController();
let run: RepairRun | null = null;
let outcome: RepairOutcome | null = null;
let records: RepairOutcome['records'] = NO_RECORDS;
let classNames: readonly string[] = [];

async function openRun(
  spec: RepairExperiment,
  checkpoint: RepairCheckpoint | null,
  signal: AbortSignal,
): Promise<RepairRun> {
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
    ...(checkpoint && { checkpoint }),
    openLane: openBrowserLane,
    backends: plansFor([model]),
    versions: { pixelproof: PIXELPROOF_VERSION, tfjs: TFJS_VERSION },
    aggregate: (input) => aggregateApart(input),
    snapshotEvery,
  });
}

/** What the archive keeps of a repair, now or after its end; null before anything can be gone on from. */
function contentOfRepair(
  of: RepairRun,
  ended: RepairOutcome | null,
  models: readonly ShownModel[],
): RunContent | null {
  const checkpoint = ended?.phase === 'done' ? null : of.checkpoint();
  if (ended === null && checkpoint === null) return null;
  return {
    kind: 'repair',
    result: ended?.result ?? null,
    snapshot: of.snapshot(),
    models,
    records: keptTables(ended?.records ?? NO_RECORDS),
    checkpoint,
  };
}

async function watch(started: RepairRun): Promise<RepairOutcome> {
  const stop = started.subscribe((snapshot) => repairStore.getState().progress(snapshot));
  const ended = await started.done;
  stop();
  outcome = ended;
  records = ended.records;
  if (ended.result !== null) {
    const kept = await keepRepaired(ended.models, ended.result, {
      made: Date.now(),
      classNames,
    });
    repairStore.getState().keep(kept.models, kept.error);
  }
  repairStore.getState().end(ended);
  return ended;
}

async function compute(
  spec: RepairExperiment,
  { id, checkpoint }: EarlierRepair,
  goesOn: boolean,
): Promise<void> {
  const started = await openRun(spec, checkpoint, abort.signal);
  run = started;
  let ended: RepairOutcome | null = null;
  let models: readonly ShownModel[] = [];
  const content = () => contentOfRepair(started, ended, models);
  const keeper = openKeeper({ id, spec, goesOn, content });
  const stop = started.subscribe(({ progress }) => keeper.progress(progress));
  ended = await watch(started);
  stop();
  models = repairStore.getState().models;
  const { phase, error } = ended;
  const share = phase === 'done' ? 1 : started.snapshot().progress;
  await keeper.end({ state: phase, share, error });
}

/** @param before what it goes on from; null to begin anew */
async function launch(spec: RepairExperiment, before: EarlierRepair | null): Promise<void> {
  const begun = before ?? { id: crypto.randomUUID(), checkpoint: null };
  const { id } = begun;
  const controller = new AbortController();
  abort = controller;
  run = null;
  outcome = null;
  shownRuns.setState({ repair: id });
  records = NO_RECORDS;
  repairStore.getState().begin(spec);
  const giveBack = await claimRun(id);
  try {
    if (giveBack === null) {
      throw new LabError('storage', 'This repair goes on in another tab. Watch it there.', id);
    }
    await compute(spec, begun, before !== null);
  } catch (error) {
    const { aborted } = controller.signal;
    repairStore.getState().end({
      phase: aborted ? 'cancelled' : 'failed',
      result: null,
      records: NO_RECORDS,
      error: aborted ? null : asErrorData(error),
    });
  } finally {
    giveBack?.();
    await runsChanged();
  }
}

/** Runs the repair of the draft. */
export function startRepairRun(): void {
  void launch(repairDraft.getState().spec, null);
}

/** Goes on with a kept repair that was cut off. */
export function continueRepair(spec: RepairExperiment, before: EarlierRepair): void {
  void launch(spec, before);
}

type KeptFindings = Pick<ShownRepair, 'snapshot' | 'result' | 'models'> &
  Pick<RepairOutcome, 'records'>;

/** Shows a kept repair as it was after its end. */
export function showKeptRepair(
  id: string,
  ended: Pick<ShownRepair, 'phase' | 'spec' | 'error'>,
  { records: kept, ...found }: KeptFindings,
): void {
  run = null;
  outcome = null;
  records = kept;
  shownRuns.setState({ repair: id });
  const tables = tablesIn(kept);
  repairStore
    .getState()
    .restore({ ...ended, ...found, tables, step: '', keepError: null, file: null });
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

/** Every classification behind a table of the repair that is shown, as a CSV; null where there is none. */
export async function exportRepairImages(name: TableName): Promise<Blob | null> {
  const record = repairStore.getState().tables.includes(name) ? records[name] : null;
  return record && imagesCsvApart(record);
}

/** A repaired model of the shown run as a zip, or null where there is none of this id. */
export async function exportRepairedModel(id: string): Promise<Blob | null> {
  const model = outcome?.models.find((each) => each.id === id);
  if (model !== undefined) return modelArchive(model, classNames);
  const shown = repairStore.getState().models.find((each) => each.id === id);
  return shown?.keptAs ? exportKeptModel(shown.keptAs) : null;
}

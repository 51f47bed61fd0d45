import type { LabErrorData } from '../../protocol/lab-error.ts';
import type { Spec } from '../../protocol/spec.ts';
import type { ImageSet } from '../../run/image-set.ts';
import type { RunOutcome } from '../../run/sweep-types.ts';
import { experimentStore } from '../experiment/experiment-store.ts';
import { classesOfModels, openImages } from '../images/open-images.ts';
import { goToPanel } from '../navigation/navigation-store.ts';
import type { KeptRun } from '../run/kept-run.ts';
import { continueKept, showKept } from '../run/run-controller.ts';
import type { ShownRun } from '../run/run-store.ts';
import type { ArchivedExperiment } from './archived-run.ts';
import type { ArchivedContent } from './run-content.ts';

export type SweepOrAttack = Extract<ArchivedContent, { kind: 'sweep' | 'attack' }>;

/** Where sweeps and attacks are shown; home has no name in the address. */
const HOME = null;

/** The images of a kept run with their files, where all of them are still here. */
async function withFiles(kept: ImageSet, spec: Spec): Promise<ImageSet> {
  if (spec.images.source === 'roadside') return kept;
  try {
    const found = await openImages(spec.images, classesOfModels(spec.models));
    return found.hash === kept.hash ? found : kept;
  } catch {
    // Only the pictures behind a cell need them, and they name what is missing.
    return kept;
  }
}

function outcomeOf<Result, Record>(
  { state, error }: ArchivedExperiment,
  result: Result | null,
  record: Record,
): RunOutcome<Result, Record> {
  if (state === 'done' && result !== null) return { phase: 'done', result, record };
  const why: LabErrorData = error ?? { kind: 'internal', message: 'The run failed.' };
  if (state === 'failed') return { phase: 'failed', error: why, result, record };
  return { phase: 'cancelled', result, record };
}

/** A kept run as one that has ended is held; null where nothing was done. */
async function keptRunOf(run: ArchivedExperiment, content: SweepOrAttack): Promise<KeptRun | null> {
  if (content.record === null) return null;
  const images = await withFiles(content.record.images, run.spec);
  if (content.kind === 'attack') {
    const outcome = outcomeOf(run, content.result, { ...content.record, images });
    return { kind: 'attack', run: null, outcome, ran: content.ran };
  }
  const outcome = outcomeOf(run, content.result, { ...content.record, images });
  return { kind: 'sweep', run: null, outcome, ran: content.ran };
}

function shownOf(run: ArchivedExperiment, kept: KeptRun, content: SweepOrAttack): ShownRun {
  const { snapshot } = content;
  return {
    phase: kept.outcome?.phase ?? 'cancelled',
    spec: run.spec,
    step: '',
    snapshot: snapshot && {
      ...snapshot,
      tallies: content.kind === 'sweep' ? (content.snapshot?.tallies ?? []) : [],
    },
    attackTallies: content.kind === 'attack' ? (content.snapshot?.tallies ?? []) : [],
    result: content.kind === 'sweep' ? content.result : null,
    attackResult: content.kind === 'attack' ? content.result : null,
    error: run.error,
    file: null,
  };
}

/** Shows an ended sweep or attack in Measure as it was after its end. */
export async function openMeasured(run: ArchivedExperiment, content: SweepOrAttack): Promise<void> {
  const kept = await keptRunOf(run, content);
  if (kept !== null) showKept({ id: run.id, kept }, shownOf(run, kept, content));
  experimentStore.getState().replace(run.spec);
  goToPanel(HOME);
}

/**
 * Goes on in Measure from the last checkpoint of a sweep or an attack.
 * @param content null where the run was cut off before the first
 */
export async function resumeMeasured(
  run: ArchivedExperiment,
  content: SweepOrAttack | null,
): Promise<void> {
  const kept = content && (await keptRunOf(run, content));
  experimentStore.getState().replace(run.spec);
  goToPanel(HOME);
  continueKept(run.spec, { id: run.id, kept });
}

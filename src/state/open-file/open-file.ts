import type { AugmentJobSpec } from '../../protocol/augment-job.ts';
import type { Spec } from '../../protocol/spec.ts';
import { ENDING } from '../archive/file/export-runs.ts';
import { experimentStore } from '../experiment/experiment-store.ts';
import { imageSets } from '../images/image-sets.ts';
import { cardsStore } from '../models/cards-store.ts';
import { listedModelIds, modelList } from '../models/model-list.ts';
import { isUnderWay, runStore, type RunResult } from '../run/run-store.ts';
import { goToPanel } from '../navigation/navigation-store.ts';
import { openSamples } from '../repair/samples.ts';
import { missingHere, missingSet, type PageOffer } from './missing-here.ts';
import { openFileStore, type FileNotice, type Sentence } from './open-file-store.ts';
import { openRepairResult, openRepairSpec, putDraftBack } from './open-repair.ts';
import { recognise, type Recognised } from './recognise.ts';
import {
  mostBytes,
  notHere,
  notOneFile,
  runUnderWay,
  tooLarge,
  unreadable,
  type Refusal,
} from './refusal.ts';

/** Where sweeps and attacks are shown; home has no name in the address. */
const HOME = null;

function notify(notice: FileNotice | null): void {
  openFileStore.setState({ notice });
}

function refuse(refusal: Refusal): void {
  notify({ kind: 'refused', refusal });
}

function offer(): PageOffer {
  const sizes = Object.values(cardsStore.getState().cards);
  const imageSetNames = imageSets.getState().sets.map(({ name }) => name);
  return { models: listedModelIds(modelList.getState()), imageSets: imageSetNames, sizes };
}

function openSpec(spec: Spec, file: string): Refusal | null {
  const lacking = missingHere(spec, offer());
  if (lacking !== null) {
    return notHere(file, lacking, spec.attack === undefined ? 'sweep' : 'attack');
  }
  notify({ kind: 'spec', file, sentence: fillSentence(spec) });
  goToPanel(HOME);
  return null;
}

/** Shows the samples that a file asks for, where they are made. */
function openSampleSpec(spec: AugmentJobSpec, file: string): Refusal | null {
  const lacking = missingSet('images', spec.images, offer());
  if (lacking !== null) return notHere(file, lacking, 'augment');
  openSamples(file, spec);
  notify({ kind: 'samples', file });
  goToPanel('repair');
  return null;
}

function fillSentence(opened: Spec): Sentence<Spec> {
  const { spec: before, replace } = experimentStore.getState();
  replace(opened);
  return { opened, before };
}

function putBack({ opened, before }: Sentence<Spec>): void {
  const { spec, replace } = experimentStore.getState();
  // A sentence that has been edited since is kept.
  if (spec === opened) replace(before);
}

function openResult(result: RunResult, file: string): void {
  // Of several results opened in turn, closing goes back to what was there before the first.
  closeResult();
  const lacking = missingHere(result.spec, offer());
  const before = runStore.getState();
  const sentence = lacking === null ? fillSentence(result.spec) : null;
  before.open(result, file);
  openFileStore.setState({ notice: null, result: { missing: lacking, sentence, before } });
  goToPanel(HOME);
}

/** Opens what a file was found to be; returns why not, or null. */
function openFound(found: Recognised, file: string): Refusal | null {
  switch (found.kind) {
    case 'refused':
      return found.refusal;
    case 'repair':
      return openRepairResult(found.result, file, offer());
    case 'samples':
      return openSampleSpec(found.spec, file);
    case 'spec':
      if (found.spec.repair !== undefined) return openRepairSpec(found.spec, file, offer());
      return openSpec(found.spec, file);
    case 'result':
      openResult(found.result, file);
      return null;
  }
}

/**
 * Opens a file that was dropped or chosen, and says what became of it. Nothing that is shown changes
 * unless all of the file is in order; a run that is under way is left alone.
 */
export async function openFile(file: File): Promise<void> {
  if (file.name.endsWith(ENDING)) {
    const { importArchive } = await import('../archive/file/import-runs.ts');
    goToPanel('runs');
    await importArchive(file);
    return;
  }
  if (isUnderWay(runStore.getState().phase)) {
    refuse(runUnderWay(file.name));
    return;
  }
  if (file.size > mostBytes) {
    refuse(tooLarge(file.name, file.size));
    return;
  }
  notify({ kind: 'reading', file: file.name });
  let text: string;
  try {
    text = await file.text();
  } catch (error) {
    refuse(unreadable(file.name, error instanceof Error ? error.message : String(error)));
    return;
  }
  // A run may have been started while the file was read.
  if (isUnderWay(runStore.getState().phase)) {
    refuse(runUnderWay(file.name));
    return;
  }
  const refusal = openFound(recognise(text, file.name), file.name);
  if (refusal !== null) refuse(refusal);
}

/** Says that several files, or a folder, cannot be opened together. */
export function refuseSeveral(names: readonly string[], hasFolder: boolean): void {
  refuse(notOneFile(names, hasFolder));
}

/** Puts the notice away; what was opened stays. */
export function dismissNotice(): void {
  notify(null);
}

/** Puts the sentence back that an opened experiment or repair has replaced. */
export function undoSpec(): void {
  const { notice } = openFileStore.getState();
  if (notice?.kind === 'spec') putBack(notice.sentence);
  if (notice?.kind === 'repair-spec') putDraftBack(notice.sentence);
  notify(null);
}

/** Shows again what was shown before a result was opened. */
export function closeResult(): void {
  const { result } = openFileStore.getState();
  if (result === null || runStore.getState().phase !== 'opened') return;
  runStore.getState().restore(result.before);
  if (result.sentence !== null) putBack(result.sentence);
  openFileStore.setState({ result: null });
}

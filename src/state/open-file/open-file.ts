import type { Spec } from '../../protocol/spec.ts';
import { experimentStore } from '../experiment/experiment-store.ts';
import { cardsStore } from '../models/cards-store.ts';
import { listedModelIds, modelList } from '../models/model-list.ts';
import { isUnderWay, runStore, type RunResult } from '../run/run-store.ts';
import { missingHere } from './missing-here.ts';
import { openFileStore, type FileNotice, type Sentence } from './open-file-store.ts';
import { recognise } from './recognise.ts';
import {
  mostBytes,
  notHere,
  notOneFile,
  runUnderWay,
  tooLarge,
  unreadable,
  type Refusal,
} from './refusal.ts';

function notify(notice: FileNotice | null): void {
  openFileStore.setState({ notice });
}

function refuse(refusal: Refusal): void {
  notify({ kind: 'refused', refusal });
}

function missing(spec: Spec): string | null {
  const sizes = Object.values(cardsStore.getState().cards);
  return missingHere(spec, { models: listedModelIds(modelList.getState()), sizes });
}

/** The command of the terminal that runs a spec. */
function jobOf({ attack, repair }: Spec) {
  if (repair !== undefined) return 'repair';
  return attack === undefined ? 'sweep' : 'attack';
}

function openSpec(spec: Spec, file: string): void {
  const lacking = missing(spec);
  if (lacking !== null) {
    refuse(notHere(file, lacking, jobOf(spec)));
    return;
  }
  notify({ kind: 'spec', file, sentence: fillSentence(spec) });
}

function fillSentence(opened: Spec): Sentence {
  const { spec: before, replace } = experimentStore.getState();
  replace(opened);
  return { opened, before };
}

function putBack({ opened, before }: Sentence): void {
  const { spec, replace } = experimentStore.getState();
  // A sentence that has been edited since is kept.
  if (spec === opened) replace(before);
}

function openResult(result: RunResult, file: string): void {
  // Of several results opened in turn, closing goes back to what was there before the first.
  closeResult();
  const lacking = missing(result.spec);
  const before = runStore.getState();
  const sentence = lacking === null ? fillSentence(result.spec) : null;
  before.open(result, file);
  openFileStore.setState({ notice: null, result: { missing: lacking, sentence, before } });
}

/**
 * Opens a file that was dropped or chosen, and says what became of it. Nothing that is shown changes
 * unless all of the file is in order; a run that is under way is left alone.
 */
export async function openFile(file: File): Promise<void> {
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
  const found = recognise(text, file.name);
  if (found.kind === 'refused') refuse(found.refusal);
  else if (found.kind === 'spec') openSpec(found.spec, file.name);
  else openResult(found.result, file.name);
}

/** Says that several files, or a folder, cannot be opened together. */
export function refuseSeveral(names: readonly string[], hasFolder: boolean): void {
  refuse(notOneFile(names, hasFolder));
}

/** Puts the notice away; what was opened stays. */
export function dismissNotice(): void {
  notify(null);
}

/** Puts the sentence back that an opened experiment has replaced. */
export function undoSpec(): void {
  const { notice } = openFileStore.getState();
  if (notice?.kind === 'spec') putBack(notice.sentence);
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

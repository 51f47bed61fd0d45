import type { RepairResult } from '../../protocol/repair-result.ts';
import type { Spec } from '../../protocol/spec.ts';
import { checkRepair } from '../../run/repair/check-repair.ts';
import type { RepairExperiment } from '../../run/repair/repair-types.ts';
import { goToPanel } from '../navigation/navigation-store.ts';
import { repairDraft } from '../repair/repair-draft.ts';
import { isRepairing, repairStore } from '../repair/repair-store.ts';
import { missingForRepair } from './missing-repair.ts';
import type { PageOffer } from './missing-here.ts';
import { openFileStore, type Sentence } from './open-file-store.ts';
import { notHere, repairUnderWay, type Refusal } from './refusal.ts';

/** Where repairs are shown, as the address names it. */
const PANEL = 'repair';

function fillDraft(opened: RepairExperiment): Sentence<RepairExperiment> {
  const { spec: before, replace } = repairDraft.getState();
  replace(opened);
  return { opened, before };
}

/** Puts back the draft that a file has replaced, unless it has been edited since. */
export function putDraftBack({ opened, before }: Sentence<RepairExperiment>): void {
  const { spec, replace } = repairDraft.getState();
  if (spec === opened) replace(before);
}

/**
 * Makes a repair from a file the next one, and shows where it is run.
 * @returns why not; null where it is
 */
export function openRepairSpec(spec: Spec, file: string, offer: PageOffer): Refusal | null {
  if (isRepairing(repairStore.getState().phase)) return repairUnderWay(file);
  const lacking = missingForRepair(spec, offer);
  if (lacking !== null) return notHere(file, lacking, 'repair');
  const sentence = fillDraft(checkRepair(spec));
  openFileStore.setState({ notice: { kind: 'repair-spec', file, sentence } });
  goToPanel(PANEL);
  return null;
}

/**
 * Shows a repair's result from a file in place of the repair made here.
 * @returns why not; null where it does
 */
export function openRepairResult(
  result: RepairResult,
  file: string,
  offer: PageOffer,
): Refusal | null {
  if (isRepairing(repairStore.getState().phase)) return repairUnderWay(file);
  // Of several results opened in turn, closing goes back to what was there before the first.
  closeRepairResult();
  const missing = missingForRepair(result.spec, offer);
  const spec = checkRepair(result.spec);
  const before = repairStore.getState();
  const sentence = missing === null ? fillDraft(spec) : null;
  before.open(spec, result, file);
  openFileStore.setState({ notice: null, repair: { missing, sentence, before } });
  goToPanel(PANEL);
  return null;
}

/** Shows again what was shown before a repair's result was opened. */
export function closeRepairResult(): void {
  const { repair } = openFileStore.getState();
  if (repair === null || repairStore.getState().phase !== 'opened') return;
  repairStore.getState().restore(repair.before);
  if (repair.sentence !== null) putDraftBack(repair.sentence);
  openFileStore.setState({ repair: null });
}

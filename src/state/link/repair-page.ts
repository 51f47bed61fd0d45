import { archiveStore, listedRun } from '../archive/archive-store.ts';
import { shownRuns } from '../archive/shown-runs.ts';
import { checkRepair } from '../../run/repair/check-repair.ts';
import { repairDraft, sameRepair } from '../repair/repair-draft.ts';
import { repairView } from '../repair/repair-view.ts';
import { isRepairing, repairStore } from '../repair/repair-store.ts';
import { samePlain } from './codec/paths.ts';
import { repairKeys } from './codec/repair-fields.ts';
import { readRepairLink, writeRepairLink } from './codec/repair-link.ts';
import { knownHashes } from './library.ts';
import type { LinkPage } from './link-page.ts';

export const repairPage: LinkPage = {
  keys: repairKeys,
  isBusy: () => isRepairing(repairStore.getState().phase),
  read: (entries, named) => {
    const {
      state: { spec, view, set, train, validation },
      refused,
    } = readRepairLink(entries, named);
    const sets = [set, train, validation].flatMap((each) => each ?? []);
    return { spec, refused, sets, look: () => repairView.setState(view) };
  },
  spec: () => repairDraft.getState().spec,
  put: (spec) => {
    const { spec: before, replace } = repairDraft.getState();
    if (!samePlain(before, spec)) replace(checkRepair(spec));
  },
  asks: (spec) => sameRepair(repairDraft.getState().spec, checkRepair(spec)),
  run: () => {
    const { phase, spec } = repairStore.getState();
    if (phase === 'idle' || phase === 'opened' || isRepairing(phase) || spec === null) return null;
    const id = shownRuns.getState().repair;
    const isShown = sameRepair(repairDraft.getState().spec, spec);
    return id !== null && isShown && listedRun(id) !== null ? id : null;
  },
  entries: () =>
    writeRepairLink(
      { spec: repairDraft.getState().spec, view: repairView.getState() },
      knownHashes(),
    ),
  subscribe: (listener) => {
    const stops = [repairDraft, repairView, archiveStore].map((store) => store.subscribe(listener));
    return () => stops.forEach((stop) => stop());
  },
};

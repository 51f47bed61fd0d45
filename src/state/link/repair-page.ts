import { checkRepair } from '../../run/repair/check-repair.ts';
import { repairDraft, sameRepair } from '../repair/repair-draft.ts';
import { isRepairing, repairStore } from '../repair/repair-store.ts';
import { samePlain } from './codec/paths.ts';
import { repairKeys } from './codec/repair-fields.ts';
import { readRepairLink, writeRepairLink } from './codec/repair-link.ts';
import { knownHashes } from './library.ts';
import type { LinkPage } from './link-page.ts';

export const repairPage: LinkPage = {
  keys: repairKeys,
  isBusy: () => isRepairing(repairStore.getState().phase),
  open: (entries, named) => {
    const { state, refused } = readRepairLink(entries, named);
    const { spec, replace } = repairDraft.getState();
    if (!samePlain(spec, state.spec)) replace(state.spec);
    const { set, train, validation } = state;
    return { refused, sets: [set, train, validation].flatMap((each) => each ?? []) };
  },
  spec: () => repairDraft.getState().spec,
  put: (spec) => repairDraft.getState().replace(checkRepair(spec)),
  asks: (spec) => sameRepair(repairDraft.getState().spec, checkRepair(spec)),
  entries: () => writeRepairLink(repairDraft.getState().spec, knownHashes()),
  subscribe: (listener) => repairDraft.subscribe(listener),
};

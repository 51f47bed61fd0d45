import { useStore } from 'zustand';
import type { RepairSpec } from '../../../protocol/repair.ts';
import { repairDraft } from '../../../state/repair/repair-draft.ts';

/** The repair that runs next, and how to change its settings. */
export function useDraft() {
  const spec = useStore(repairDraft, (state) => state.spec);
  const edit = useStore(repairDraft, (state) => state.edit);
  return {
    spec,
    repair: spec.repair,
    edit,
    set: (repair: Partial<RepairSpec>) => edit({ repair }),
  };
}

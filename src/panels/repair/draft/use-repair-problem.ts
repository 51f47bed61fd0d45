import { useMemo } from 'react';
import { useStore } from 'zustand';
import { cardsStore } from '../../../state/models/cards-store.ts';
import { repairDraft } from '../../../state/repair/repair-draft.ts';
import { repairProblem, type RepairProblem } from '../../../state/repair/repair-problem.ts';

/** What keeps the repair of the sentence from being run; null where nothing does. */
export function useRepairProblem(): RepairProblem | null {
  const spec = useStore(repairDraft, (state) => state.spec);
  const card = useStore(cardsStore, (state) => state.cards[spec.repair.model]);
  return useMemo(() => repairProblem(spec, card), [spec, card]);
}

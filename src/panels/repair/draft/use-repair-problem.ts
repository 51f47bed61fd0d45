import { useMemo } from 'react';
import { useStore } from 'zustand';
import { cardsStore } from '../../../state/models/cards-store.ts';
import { modelList } from '../../../state/models/model-list.ts';
import { ownModelProblem } from '../../../state/repair/own-model-problem.ts';
import { repairDraft } from '../../../state/repair/repair-draft.ts';
import { repairProblem, type RepairProblem } from '../../../state/repair/repair-problem.ts';

/** What keeps the repair of the sentence from being run; null where nothing does. */
export function useRepairProblem(): RepairProblem | null {
  const spec = useStore(repairDraft, (state) => state.spec);
  const cards = useStore(cardsStore, (state) => state.cards);
  const { model } = spec.repair;
  const own = useStore(modelList, (state) => state.own.find(({ id }) => id === model));
  return useMemo(
    () => (own && ownModelProblem(own, cards)) ?? repairProblem(spec, cards[model]),
    [spec, own, cards, model],
  );
}

import { useMemo } from 'react';
import { useStore } from 'zustand';
import { imageSets } from '../../../state/images/image-sets.ts';
import { absentProblem } from '../../../state/link/absent.ts';
import { cardsStore } from '../../../state/models/cards-store.ts';
import { modelList } from '../../../state/models/model-list.ts';
import { imagesProblem } from '../../../state/repair/images-problem.ts';
import { headProblem } from '../../../state/repair/own-model-problem.ts';
import { repairDraft } from '../../../state/repair/repair-draft.ts';
import { repairProblem, type RepairProblem } from '../../../state/repair/repair-problem.ts';
import { useAbsent } from '../../shared/link/use-absent.ts';

/** What keeps the repair of the sentence from being run; null where nothing does. */
export function useRepairProblem(): RepairProblem | null {
  const spec = useStore(repairDraft, (state) => state.spec);
  const absent = useAbsent(spec);
  const cards = useStore(cardsStore, (state) => state.cards);
  const sets = useStore(imageSets, (state) => state.sets);
  const { model } = spec.repair;
  const own = useStore(modelList, (state) => state.own.find(({ id }) => id === model));
  return useMemo(() => {
    const missing = absentProblem(absent);
    if (missing !== null) return { part: 'other', message: missing.message };
    const head = own === undefined ? null : headProblem(own);
    if (head !== null) return { part: 'other', message: head };
    return imagesProblem(spec, sets, cards) ?? repairProblem(spec, cards[model]);
  }, [absent, spec, sets, own, cards, model]);
}

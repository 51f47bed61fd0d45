import { useMemo } from 'react';
import { useStore } from 'zustand';
import { experimentStore } from '../../../state/experiment/experiment-store.ts';
import { sizedModels } from '../../../state/experiment/region-rects.ts';
import { specProblem, type SpecProblem } from '../../../state/experiment/spec-problem.ts';
import { absentProblem } from '../../../state/link/absent.ts';
import { classProblem } from '../../../state/models/model-classes.ts';
import { cardsStore } from '../../../state/models/cards-store.ts';
import { useAbsent } from '../../shared/link/use-absent.ts';

/** What keeps the experiment of the sentence from being run; null where nothing does. */
export function useSpecProblem(): SpecProblem | null {
  const spec = useStore(experimentStore, (state) => state.spec);
  const absent = useAbsent(spec);
  const cards = useStore(cardsStore, (state) => state.cards);
  return useMemo(
    () =>
      absentProblem(absent) ??
      classProblem(spec, cards) ??
      specProblem(spec, sizedModels(spec.models, cards)),
    [absent, spec, cards],
  );
}

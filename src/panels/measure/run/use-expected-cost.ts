import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Spec } from '../../../protocol/spec.ts';
import { computeStore } from '../../../state/compute/compute-store.ts';
import { speedStore } from '../../../state/compute/speed-store.ts';
import { expectedCost, type ExpectedCost } from '../../../state/experiment/expected-cost.ts';
import { cardsStore } from '../../../state/models/cards-store.ts';

/** What an experiment will cost with what is known of this machine by now. */
export function useExpectedCost(spec: Spec): ExpectedCost {
  const plan = useStore(computeStore, (state) => state.plans[0]);
  const cards = useStore(cardsStore, (state) => state.cards);
  const measured = useStore(speedStore, (state) => plan && state.measured[plan.backend]);
  return useMemo(() => expectedCost(spec, plan, cards, measured), [spec, plan, cards, measured]);
}

import { useStore } from 'zustand';
import type { AttackSpec } from '../../../../../protocol/attack-spec.ts';
import { experimentStore } from '../../../../../state/experiment/experiment-store.ts';

/** The attack of the sentence and how to change it; null where the sentence has none. */
export function useAttack() {
  const attack = useStore(experimentStore, ({ spec }) => spec.attack ?? null);
  const edit = useStore(experimentStore, (state) => state.edit);
  const setAttack = (next: AttackSpec) => edit({ attack: next });
  return [attack, setAttack] as const;
}

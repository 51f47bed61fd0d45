import { useMemo } from 'react';
import { useStore } from 'zustand';
import { attackViewStore } from '../../../state/attack-answer/attack-view-store.ts';
import { viewStore } from '../../../state/answer/view-store.ts';
import { epsilonsOf } from '../../../run/attack/attack-names.ts';
import { heldIn } from '../answer/curve/panel-lines.ts';
import type { RecoveryHeld } from './recovery-lines.ts';
import type { ShownAttack } from './use-shown-attack.ts';

/** What the figure of recovery holds fixed, as far as the experiment has it. */
export function useHeld({ spec, attack }: ShownAttack): RecoveryHeld {
  const wanted = useStore(attackViewStore, (state) => state.epsilon);
  const held = useStore(viewStore, (state) => state.held);
  return useMemo(() => {
    const epsilons = epsilonsOf(attack);
    const largest = epsilons.length === 0 ? null : Math.max(...epsilons);
    const epsilon = wanted !== null && epsilons.includes(wanted) ? wanted : largest;
    const { value = 'replace', region = 1 } = heldIn(spec.grid, held);
    return { epsilon, value, region };
  }, [spec, attack, wanted, held]);
}

import { useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import type { AttackResult } from '../../../protocol/attack-result.ts';
import type { AttackSpec } from '../../../protocol/attack-spec.ts';
import type { Spec } from '../../../protocol/spec.ts';
import { experimentStore } from '../../../state/experiment/experiment-store.ts';
import { isUnderWay, runStore } from '../../../state/run/run-store.ts';
import {
  interimAttacks,
  interimRecovery,
  type AttackEstimate,
  type RecoveryEstimate,
} from './recovery-estimate.ts';

export interface ShownAttack {
  /** The experiment of the run that is shown; before the first, the one of the sentence. */
  readonly spec: Spec;
  readonly attack: AttackSpec;
  readonly attacks: readonly AttackEstimate[];
  readonly cells: readonly RecoveryEstimate[];
  /** Null while a run goes on. */
  readonly result: AttackResult | null;
}

/** What the figures and tables of an attack show; null where the run is none. */
export function useShownAttack(): ShownAttack | null {
  const planned = useStore(experimentStore, (state) => state.spec);
  const run = useStore(runStore, (state) => state.spec);
  const ended = useStore(runStore, (state) => state.attackResult);
  const tallies = useStore(runStore, (state) => state.attackTallies);
  const isLive = useStore(runStore, ({ phase }) => isUnderWay(phase));
  const result = isLive ? null : ended;
  const spec = run ?? planned;

  const shown = useMemo((): ShownAttack | null => {
    const { attack, draws } = spec;
    if (attack === undefined) return null;
    return {
      spec,
      attack,
      attacks: result?.attacks ?? interimAttacks(tallies),
      cells: result?.cells ?? interimRecovery(tallies, draws),
      result,
    };
  }, [spec, result, tallies]);
  // Drawn in slices and given up for newer figures: progress and buttons come first.
  return useDeferredValue(shown);
}

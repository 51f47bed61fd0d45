import { createStore } from 'zustand/vanilla';

export type Outcome = 'restored' | 'stillAdversarial' | 'otherWrong';

/** What the chart of recovery draws: every outcome of one attack, or one outcome of every attack. */
export type RecoveryView = 'outcomes' | Outcome;

/** What the chart of the attack itself shows. */
export type AttackMeasure = 'success' | 'pi';

interface AttackViewState {
  readonly view: RecoveryView;
  /** The attack whose outcomes are drawn, in byte units; null is the largest of the spec. */
  readonly epsilon: number | null;
  readonly measure: AttackMeasure;
  readonly setView: (view: RecoveryView) => void;
  readonly setEpsilon: (epsilon: number) => void;
  readonly setMeasure: (measure: AttackMeasure) => void;
}

/** What is looked at of an attack; nothing measured depends on it. */
export const attackViewStore = createStore<AttackViewState>()((set) => ({
  view: 'outcomes',
  epsilon: null,
  measure: 'success',
  setView: (view) => set({ view }),
  setEpsilon: (epsilon) => set({ epsilon }),
  setMeasure: (measure) => set({ measure }),
}));

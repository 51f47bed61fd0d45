import { createStore } from 'zustand/vanilla';
import type { PinnedCell } from '../answer/view-store.ts';

export type Outcome = 'restored' | 'stillAdversarial' | 'otherWrong';

/** What the chart of recovery draws: every outcome of one attack, or one outcome of every attack. */
export type RecoveryView = 'outcomes' | Outcome;

/** What the chart of the attack itself shows. */
export type AttackMeasure = 'success' | 'pi';

/** What the table of the attack itself shows. */
export type AttackFigure = 'success' | 'pi' | 'zeros';

/** One model under one attack at one setting of the grid, and which of its examples are looked at. */
export interface PinnedAttack extends PinnedCell {
  /** Byte units; null for attacks that are not bounded so. */
  readonly epsilon: number | null;
  readonly outcome: Outcome;
}

interface AttackViewState {
  readonly view: RecoveryView;
  /** The attack whose outcomes are drawn, in byte units; null is the largest of the spec. */
  readonly epsilon: number | null;
  readonly measure: AttackMeasure;
  readonly table: AttackFigure;
  /** What the table of recovery shows. */
  readonly recovery: Outcome;
  /** The cell whose examples are shown; null shows none. */
  readonly pinned: PinnedAttack | null;
  readonly setView: (view: RecoveryView) => void;
  readonly setEpsilon: (epsilon: number) => void;
  readonly setMeasure: (measure: AttackMeasure) => void;
  readonly pin: (cell: PinnedAttack | null) => void;
}

/** What is looked at of an attack; nothing measured depends on it. */
export const attackViewStore = createStore<AttackViewState>()((set) => ({
  view: 'outcomes',
  epsilon: null,
  measure: 'success',
  table: 'success',
  recovery: 'restored',
  pinned: null,
  setView: (view) => set({ view }),
  setEpsilon: (epsilon) => set({ epsilon }),
  setMeasure: (measure) => set({ measure }),
  pin: (pinned) => set({ pinned }),
}));

import { createStore } from 'zustand/vanilla';
import type { SpecPixelValue } from '../../protocol/spec.ts';

export type AccuracyScale = 'close' | 'full';

/** What the curve shows on its vertical axis. */
export type CurveMeasure = 'accuracy' | 'wrong' | 'pi';

/** One model at one setting of the grid. */
export interface PinnedCell {
  readonly model: string;
  readonly count: number;
  readonly value: SpecPixelValue;
  readonly region: number;
}

interface ViewState {
  /** The pixel count that chart, table and sample images show. */
  readonly activeCount: number;
  readonly measure: CurveMeasure;
  /** Whether the accuracy axis starts at zero or close to what is expected. */
  readonly scale: AccuracyScale;
  /** The cell whose pictures are shown; null shows none. */
  readonly pinned: PinnedCell | null;
  readonly show: (count: number) => void;
  readonly setMeasure: (measure: CurveMeasure) => void;
  readonly setScale: (scale: AccuracyScale) => void;
  readonly pin: (cell: PinnedCell | null) => void;
}

/** What is looked at; nothing measured depends on it. */
export const viewStore = createStore<ViewState>()((set) => ({
  activeCount: 8,
  measure: 'accuracy',
  scale: 'close',
  pinned: null,
  show: (activeCount) => set({ activeCount }),
  setMeasure: (measure) => set({ measure }),
  setScale: (scale) => set({ scale }),
  pin: (pinned) => set({ pinned }),
}));

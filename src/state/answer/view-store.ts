import { createStore } from 'zustand/vanilla';

export type AccuracyScale = 'close' | 'full';

interface ViewState {
  /** The pixel count that chart, table and sample images show. */
  readonly activeCount: number;
  /** Whether the accuracy axis starts at zero or close to what is expected. */
  readonly scale: AccuracyScale;
  readonly show: (count: number) => void;
  readonly setScale: (scale: AccuracyScale) => void;
}

/** What is looked at; nothing measured depends on it. */
export const viewStore = createStore<ViewState>()((set) => ({
  activeCount: 8,
  scale: 'close',
  show: (activeCount) => set({ activeCount }),
  setScale: (scale) => set({ scale }),
}));

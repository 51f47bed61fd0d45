import { createStore } from 'zustand/vanilla';

interface ViewState {
  /** The pixel count that chart, table and sample images show. */
  readonly activeCount: number;
  readonly show: (count: number) => void;
}

/** What is looked at; nothing measured depends on it. */
export const viewStore = createStore<ViewState>()((set) => ({
  activeCount: 8,
  show: (activeCount) => set({ activeCount }),
}));

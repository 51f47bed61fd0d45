import { createStore } from 'zustand/vanilla';
import type { CountExperiment } from './count-experiment.ts';

interface ExperimentState extends CountExperiment {
  readonly setImages: (images: number) => void;
  readonly setSeed: (seed: number) => void;
}

/** What the next run will measure. */
export const experimentStore = createStore<ExperimentState>()((set) => ({
  images: 500,
  seed: 7,
  setImages: (images) => set({ images }),
  setSeed: (seed) => set({ seed }),
}));

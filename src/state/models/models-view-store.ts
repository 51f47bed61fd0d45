import { createStore } from 'zustand/vanilla';
import type { LabErrorData } from '../../protocol/lab-error.ts';
import type { ReadingProgress } from '../../protocol/model-source.ts';
import type { PreviewPicture } from './preview.ts';

/** A model that is being opened, or why the last one was not. */
export type Opening =
  | { readonly phase: 'idle' }
  /** `subject`: the file or the address. */
  | {
      readonly phase: 'reading';
      readonly subject: string;
      readonly progress: ReadingProgress | null;
    }
  | { readonly phase: 'failed'; readonly subject: string; readonly error: LabErrorData };

interface ModelsViewState {
  /** The model whose facts are shown. */
  readonly selected: string;
  /** Whether its layers are listed, and the catalogue of public models. */
  readonly hasLayers: boolean;
  readonly hasCatalogue: boolean;
  /** What is looked at through the model; null for the first sample. */
  readonly picture: PreviewPicture | null;
  readonly opening: Opening;
  /** What the last opening led to, for a person; null before it and once it is put away. */
  readonly news: string | null;
  readonly select: (id: string) => void;
}

/** What the panel of models shows. */
export const modelsView = createStore<ModelsViewState>()((set) => ({
  selected: 'resnet',
  hasLayers: false,
  hasCatalogue: false,
  picture: null,
  opening: { phase: 'idle' },
  news: null,
  select: (selected) => set({ selected, news: null }),
}));

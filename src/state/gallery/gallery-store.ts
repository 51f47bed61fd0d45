import { createStore } from 'zustand/vanilla';
import type { ExaminedImage } from '../../protocol/examine.ts';
import type { LabErrorData } from '../../protocol/lab-error.ts';
import type { CellPicture } from './cell-pictures.ts';

/** A picture with what the model says of it. */
export interface ExaminedCellPicture extends CellPicture {
  readonly examined: ExaminedImage;
}

interface GalleryState {
  readonly phase: 'idle' | 'loading' | 'ready' | 'failed';
  /** What is being done, for a person. */
  readonly step: string;
  /** Which page the pictures are of; see `GalleryPage.key`. */
  readonly key: string;
  readonly pictures: readonly ExaminedCellPicture[];
  readonly error: LabErrorData | null;
}

const blank: GalleryState = {
  phase: 'idle',
  step: '',
  key: '',
  pictures: [],
  error: null,
};

/** The pictures of the page that was asked for last. */
export const galleryStore = createStore<GalleryState>()(() => blank);

export function clearGallery(): void {
  galleryStore.setState(blank);
}

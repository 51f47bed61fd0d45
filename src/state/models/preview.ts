import { createStore } from 'zustand/vanilla';
import type { ImageRef } from '../../protocol/image-ref.ts';
import type { LabErrorData } from '../../protocol/lab-error.ts';
import type { SeenPicture } from '../../protocol/model-source.ts';
import type { Preprocess } from '../../protocol/spec.ts';
import { ModelReader } from '../../workers/open-model-reader.ts';
import { asErrorData } from '../as-error-data.ts';
import { ownModelFacts } from './model-list.ts';
import { readModel } from './read-model.ts';

/** A picture to look at through a model. */
export type PreviewPicture =
  | { readonly kind: 'roadside'; readonly index: number }
  | { readonly kind: 'file'; readonly file: File };

interface PreviewState {
  /** Whose answers are shown; null before the first. */
  readonly model: string | null;
  /** The last answer stays shown while the next one is computed. */
  readonly seen: SeenPicture | null;
  readonly isBusy: boolean;
  readonly error: LabErrorData | null;
}

const nothing: PreviewState = { model: null, seen: null, isBusy: false, error: null };

/** What a model is given of a picture, and what it answers. */
export const previewStore = createStore<PreviewState>()(() => nothing);

let reader: ModelReader | null = null;
/** The model that the reader has taken in, with the size of its pictures. */
let opened = '';
let wish = 0;

function imageOf(picture: PreviewPicture): ImageRef {
  if (picture.kind === 'roadside') return picture;
  // Names the picture in random draws, of which there are none here.
  return { kind: 'file', name: picture.file.name, content: picture.file, sha256: '' };
}

async function opening(id: string, preprocess: Preprocess): Promise<ModelReader> {
  const key = JSON.stringify([id, preprocess.size, ownModelFacts(id)?.output]);
  if (reader !== null && opened === key) return reader;
  reader?.close();
  const next = new ModelReader();
  reader = next;
  opened = key;
  const { files } = await readModel(id, new AbortController().signal);
  await next.open({ ...files, preprocess });
  return next;
}

/** Shows what a model makes of a picture; of wishes that follow each other the last one counts. */
export async function preview(
  id: string,
  preprocess: Preprocess,
  picture: PreviewPicture,
): Promise<void> {
  wish += 1;
  const mine = wish;
  const { model, seen } = previewStore.getState();
  previewStore.setState({ model: id, seen: model === id ? seen : null, isBusy: true, error: null });
  try {
    const through = await opening(id, preprocess);
    if (mine !== wish) return;
    const next = await through.look(imageOf(picture), preprocess);
    if (mine === wish) previewStore.setState({ seen: next, isBusy: false });
  } catch (error) {
    if (mine !== wish) return;
    // A worker that has lost its model is of no more use.
    opened = '';
    previewStore.setState({ seen: null, isBusy: false, error: asErrorData(error) });
  }
}

/** Ends the worker and forgets what was shown. */
export function closePreview(): void {
  wish += 1;
  reader?.close();
  reader = null;
  opened = '';
  previewStore.setState(nothing);
}

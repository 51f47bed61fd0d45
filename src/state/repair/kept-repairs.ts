import { createStore } from 'zustand/vanilla';
import { LabError } from '../../protocol/lab-error.ts';
import { experimentStore } from '../experiment/experiment-store.ts';
import { cardsStore } from '../models/cards-store.ts';
import type { KeptModel } from '../models/kept-model.ts';
import { deleteKeptModel, keepModel, keptModel } from '../models/kept-models.ts';
import { listedModelIds, modelList } from '../models/model-list.ts';
import { specModel } from '../models/spec-model.ts';
import { asErrorData } from '../as-error-data.ts';
import { forgetModel } from './forget-model.ts';
import { listKept } from './keep-repaired.ts';
import { modelArchive } from './model-archive.ts';

interface DeletedState {
  /** The model that was deleted last and can still be brought back; null where there is none. */
  readonly deleted: { readonly id: string; readonly name: string } | null;
}

export const deletedStore = createStore<DeletedState>()(() => ({ deleted: null }));

// With its weights, which a store must not hold.
let lastDeleted: KeptModel | null = null;

/** Tells of what a storage could not do, in the list of models. */
async function telling(act: () => Promise<void>): Promise<void> {
  modelList.setState({ error: null });
  try {
    await act();
  } catch (error) {
    modelList.setState({ error: asErrorData(error) });
  }
}

/** No sentence asks for a model that is gone. */
function forget(id: string): void {
  cardsStore.getState().remove(id);
  modelList.setState(({ repaired }) => ({
    repaired: repaired.filter(({ facts }) => facts.id !== id),
  }));
  forgetModel(id);
}

/** Deletes a kept model; {@link bringBack} undoes it until another is deleted or the page is left. */
export function deleteRepaired(id: string): Promise<void> {
  return telling(async () => {
    const model = await keptModel(id);
    await deleteKeptModel(id);
    forget(id);
    lastDeleted = model;
    deletedStore.setState({ deleted: model && { id, name: model.name } });
  });
}

/** Keeps the model again that was deleted last. */
export function bringBack(): Promise<void> {
  return telling(async () => {
    if (lastDeleted === null) return;
    await keepModel(lastDeleted);
    listKept(lastDeleted);
    lastDeleted = null;
    deletedStore.setState({ deleted: null });
  });
}

/** A kept model as a TensorFlow.js model in one zip; null, and why in the list, where it cannot be read. */
export async function exportKeptModel(id: string): Promise<Blob | null> {
  let archive: Blob | null = null;
  await telling(async () => {
    const model = await keptModel(id);
    if (model === null) {
      throw new LabError('model-missing', `${id} is not kept in this browser any more.`, id);
    }
    archive = await modelArchive({ id, files: model.files }, model.classNames);
  });
  return archive;
}

/** Makes the sentence of Measure compare a kept model with the one that it was made from. */
export function compareWithOriginal(id: string): void {
  const list = modelList.getState();
  const from = list.repaired.find(({ facts }) => facts.id === id)?.from;
  const isListed = from !== undefined && listedModelIds(list).includes(from);
  experimentStore.getState().edit({ models: isListed ? [specModel(from), id] : [id] });
}

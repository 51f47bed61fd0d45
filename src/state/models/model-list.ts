import { createStore } from 'zustand/vanilla';
import type { LabErrorData } from '../../protocol/lab-error.ts';
import { bundledModelIds, bundledModels } from './bundled-models.ts';
import type { KeptModel } from './kept-models.ts';

/** A repaired model in the list, without its weights. */
export type ListedRepair = Omit<KeptModel, 'files' | 'classNames'>;

interface ModelListState {
  /** Kept models, oldest first. */
  readonly repaired: readonly ListedRepair[];
  /** Why the kept models could not be read or written; null where they could. */
  readonly error: LabErrorData | null;
}

/** The models that a person can choose from, beside the bundled ones. */
export const modelList = createStore<ModelListState>()(() => ({ repaired: [], error: null }));

/** Ids of all models that can be chosen: the bundled ones, then the repaired ones. */
export function listedModelIds({ repaired }: Pick<ModelListState, 'repaired'>): string[] {
  return [...bundledModelIds, ...repaired.map(({ facts }) => facts.id)];
}

/** The name that a person knows the model by; the id itself where it is in no list. */
export function modelName(id: string): string {
  const bundled = bundledModels.find((model) => model.id === id);
  if (bundled !== undefined) return bundled.name;
  return modelList.getState().repaired.find(({ facts }) => facts.id === id)?.name ?? id;
}

import { createStore } from 'zustand/vanilla';
import type { LabErrorData } from '../../protocol/lab-error.ts';
import { bundledModelIds, bundledModels } from '../../run/bundled-models.ts';
import type { KeptModel } from './kept-model.ts';
import type { OwnModelFacts } from './own-model.ts';

/** A repaired model in the list, without its weights. */
export type ListedRepair = Omit<KeptModel, 'files' | 'classNames'>;

interface ModelListState {
  /** Kept models, oldest first. */
  readonly repaired: readonly ListedRepair[];
  /** Models that a person has opened, oldest first. */
  readonly own: readonly OwnModelFacts[];
  /** Why the kept models could not be read or written; null where they could. */
  readonly error: LabErrorData | null;
}

/** The models that a person can choose from, beside the bundled ones. */
export const modelList = createStore<ModelListState>()(() => ({
  repaired: [],
  own: [],
  error: null,
}));

/** Ids of all models that can be chosen: the bundled ones, the repaired ones, then a person's own. */
export function listedModelIds({
  repaired,
  own,
}: Pick<ModelListState, 'repaired' | 'own'>): string[] {
  return [...bundledModelIds, ...repaired.map(({ facts }) => facts.id), ...own.map(({ id }) => id)];
}

/** The facts of a model that a person has opened; null for any other. */
export function ownModelFacts(id: string): OwnModelFacts | null {
  return modelList.getState().own.find((model) => model.id === id) ?? null;
}

/** The name that a person knows the model by; the id itself where it is in no list. */
export function modelName(id: string): string {
  const bundled = bundledModels.find((model) => model.id === id);
  if (bundled !== undefined) return bundled.name;
  const repaired = modelList.getState().repaired.find(({ facts }) => facts.id === id);
  return repaired?.name ?? ownModelFacts(id)?.name ?? id;
}

/** An id that no listed model has: "resnet-repaired-4", then "resnet-repaired-4.2". */
export function freeId(id: string): string {
  const taken = new Set(listedModelIds(modelList.getState()));
  let number = 1;
  let free = id;
  while (taken.has(free)) {
    number += 1;
    free = `${id}.${number}`;
  }
  return free;
}

import { createStore } from 'zustand/vanilla';
import { LabError } from '../../protocol/lab-error.ts';
import { specModelId } from '../../protocol/model-id.ts';
import { asErrorData } from '../as-error-data.ts';
import { experimentStore } from '../experiment/experiment-store.ts';
import { forgetModel } from '../repair/forget-model.ts';
import { listOwn, unlistOwn } from './list-own.ts';
import { modelList, ownModelFacts } from './model-list.ts';
import { modelsView } from './models-view-store.ts';
import type { OwnModel, OwnModelFacts } from './own-model.ts';
import { deleteOwnModel, keepOwnModel, ownModel } from './own-models.ts';
import { ownSpecModel } from './spec-model.ts';

/** What a person may say of a model; what its files say stays. */
export type OwnModelChanges = Partial<
  Pick<OwnModelFacts, 'name' | 'preprocess' | 'output' | 'labels' | 'test' | 'inspection'>
>;

interface DeletedState {
  /** The model that was deleted last and can still be brought back; null where there is none. */
  readonly deleted: { readonly id: string; readonly name: string } | null;
}

export const deletedOwnStore = createStore<DeletedState>()(() => ({ deleted: null }));

// With its weights, which a store must not hold.
let lastDeleted: OwnModel | null = null;
// Changes are written one after another, so that the last one stays.
let writing: Promise<void> = Promise.resolve();

async function telling(act: () => Promise<void>): Promise<void> {
  modelList.setState({ error: null });
  try {
    await act();
  } catch (error) {
    modelList.setState({ error: asErrorData(error) });
  }
}

/** The sentence asks for the model as it is now. */
function refreshExperiment(model: OwnModelFacts): void {
  const { spec, edit } = experimentStore.getState();
  if (!spec.models.some((each) => specModelId(each) === model.id)) return;
  edit({
    models: spec.models.map((each) =>
      specModelId(each) === model.id ? ownSpecModel(model) : each,
    ),
  });
}

/** Changes what is said of a model, at once in the lists, and in what is kept of it. */
export function editOwnModel(id: string, changes: OwnModelChanges): Promise<void> {
  const before = ownModelFacts(id);
  if (before === null) return Promise.resolve();
  const after = { ...before, ...changes };
  listOwn(after);
  if ('preprocess' in changes || 'output' in changes || 'labels' in changes) {
    refreshExperiment(after);
  }
  writing = writing.then(() =>
    telling(async () => {
      const kept = await ownModel(id);
      if (kept !== null) await keepOwnModel({ ...kept, ...changes });
    }),
  );
  return writing;
}

/** Deletes a model; {@link bringOwnBack} undoes it until another is deleted or the page is left. */
export function deleteOwn(id: string): Promise<void> {
  return telling(async () => {
    const model = await ownModel(id);
    if (model === null) throw new LabError('model-missing', `${id} is not kept any more.`, id);
    await deleteOwnModel(id);
    unlistOwn(id);
    forgetModel(id);
    if (modelsView.getState().selected === id) modelsView.getState().select('resnet');
    lastDeleted = model;
    deletedOwnStore.setState({ deleted: { id, name: model.name } });
  });
}

/** Keeps the model again that was deleted last. */
export function bringOwnBack(): Promise<void> {
  return telling(async () => {
    if (lastDeleted === null) return;
    const model = lastDeleted;
    await keepOwnModel(model);
    listOwn(model);
    modelsView.getState().select(model.id);
    lastDeleted = null;
    deletedOwnStore.setState({ deleted: null });
  });
}

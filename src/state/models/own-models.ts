import type { ModelData } from '../../protocol/model-files.ts';
import { openDatabase } from '../storage/database.ts';
import { stored } from '../storage/stored.ts';
import type { OwnModel } from './own-model.ts';

// Those that the browser's storage would not take, for as long as the page is open.
const unkept = new Map<string, OwnModel>();

/**
 * Keeps a model until it is deleted; one of the same id is replaced.
 * @throws LabError `storage` where the browser's storage is full or blocked; the model is then here
 * until the page is left
 */
export async function keepOwnModel(model: OwnModel): Promise<void> {
  unkept.set(model.id, model);
  await stored(model.name, 'kept', async () => {
    await (await openDatabase()).put('ownModels', model);
  });
  unkept.delete(model.id);
}

/**
 * The models that a person has opened, oldest first.
 * @throws LabError `storage` where the browser's storage is blocked
 */
export function ownModels(): Promise<OwnModel[]> {
  return stored('Your models', 'read', async () => {
    const models = await (await openDatabase()).getAll('ownModels');
    return models.sort((a, b) => a.added - b.added);
  });
}

/**
 * A kept model, or null where it has been deleted.
 * @throws LabError `storage` where the browser's storage is blocked
 */
export function ownModel(id: string): Promise<OwnModel | null> {
  const model = unkept.get(id);
  if (model !== undefined) return Promise.resolve(model);
  return stored(
    id,
    'read',
    async () => (await (await openDatabase()).get('ownModels', id)) ?? null,
  );
}

/** @throws LabError `storage` where the browser's storage is blocked */
export function deleteOwnModel(id: string): Promise<void> {
  if (unkept.delete(id)) return Promise.resolve();
  return stored(id, 'deleted', async () => {
    await (await openDatabase()).delete('ownModels', id);
  });
}

/** The files of a kept model, with its weights in memory. */
export async function ownModelData(model: OwnModel): Promise<ModelData> {
  const weights = await model.weights.arrayBuffer();
  const { topology, architecture } = model;
  if (topology !== null) return { format: 'tfjs', topology, weights };
  if (architecture !== null) return { format: 'safetensors', architecture, weights };
  return { format: 'onnx', weights };
}

import { openDatabase } from '../storage/database.ts';
import { stored } from '../storage/stored.ts';
import type { KeptModel } from './kept-model.ts';

/**
 * Keeps a model until it is deleted; one of the same id is replaced.
 * @throws LabError `storage` where the browser's storage is full or blocked
 */
export function keepModel(model: KeptModel): Promise<void> {
  return stored(model.name, 'kept', async () => {
    await (await openDatabase()).put('models', model);
  });
}

/**
 * The models that are kept, oldest first.
 * @throws LabError `storage` where the browser's storage is blocked
 */
export function keptModels(): Promise<KeptModel[]> {
  return stored('Repaired models', 'read', async () => {
    const models = await (await openDatabase()).getAll('models');
    return models.sort((a, b) => a.made - b.made || a.count - b.count);
  });
}

/**
 * A kept model, or null where it has been deleted.
 * @throws LabError `storage` where the browser's storage is blocked
 */
export function keptModel(id: string): Promise<KeptModel | null> {
  return stored(id, 'read', async () => (await (await openDatabase()).get('models', id)) ?? null);
}

/** @throws LabError `storage` where the browser's storage is blocked */
export function deleteKeptModel(id: string): Promise<void> {
  return stored(id, 'deleted', async () => {
    await (await openDatabase()).delete('models', id);
  });
}

import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { LabError } from '../../protocol/lab-error.ts';
import type { TfjsModelFiles } from '../../protocol/model-files.ts';
import type { ModelFacts } from './model-facts.ts';

/** A repaired model as it is kept between visits. */
export interface KeptModel {
  readonly facts: ModelFacts;
  /** For a person: "ResNet repaired at 4". */
  readonly name: string;
  /** The model that was repaired. */
  readonly from: string;
  /** Changed pixels of the samples that it was trained on. */
  readonly count: number;
  /** When it was made, in milliseconds since 1970. */
  readonly made: number;
  /** Chooses its colour and marker for as long as it is kept; the bundled models have the first. */
  readonly slot: number;
  readonly files: TfjsModelFiles;
  /** In the order of the outputs; empty where classes are indices. */
  readonly classNames: readonly string[];
  /** SHA-256 of topology and weights. */
  readonly hash: string;
}

interface LabDatabase extends DBSchema {
  models: { key: string; value: KeptModel };
}

let database: Promise<IDBPDatabase<LabDatabase>> | null = null;

function close(): void {
  database = null;
}

function open(): Promise<IDBPDatabase<LabDatabase>> {
  if (database !== null) return database;
  database = openDB<LabDatabase>('pixelproof', 1, {
    upgrade: (created) => {
      created.createObjectStore('models', { keyPath: 'facts.id' });
    },
    // Another tab with a newer version of the lab must not wait for this one.
    blocking: (_current, _blocked, event) => {
      close();
      if (event.target instanceof IDBDatabase) event.target.close();
    },
    terminated: close,
  });
  // What could not be opened is tried again the next time.
  database.catch(close);
  return database;
}

async function stored<T>(subject: string, what: string, use: () => Promise<T>): Promise<T> {
  try {
    return await use();
  } catch (error) {
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
    const why = isFull
      ? 'the storage of this browser is full. Delete models that are no longer needed, or download this one'
      : `the storage of this browser cannot be used: ${error instanceof Error ? error.message : String(error)}`;
    throw new LabError('storage', `${subject} could not be ${what}: ${why}.`, subject);
  }
}

/**
 * Keeps a model until it is deleted; one of the same id is replaced.
 * @throws LabError `storage` where the browser's storage is full or blocked
 */
export function keepModel(model: KeptModel): Promise<void> {
  return stored(model.name, 'kept', async () => {
    await (await open()).put('models', model);
  });
}

/**
 * The models that are kept, oldest first.
 * @throws LabError `storage` where the browser's storage is blocked
 */
export function keptModels(): Promise<KeptModel[]> {
  return stored('Repaired models', 'read', async () => {
    const models = await (await open()).getAll('models');
    return models.sort((a, b) => a.made - b.made || a.count - b.count);
  });
}

/**
 * A kept model, or null where it has been deleted.
 * @throws LabError `storage` where the browser's storage is blocked
 */
export function keptModel(id: string): Promise<KeptModel | null> {
  return stored(id, 'read', async () => (await (await open()).get('models', id)) ?? null);
}

/** @throws LabError `storage` where the browser's storage is blocked */
export function deleteKeptModel(id: string): Promise<void> {
  return stored(id, 'deleted', async () => {
    await (await open()).delete('models', id);
  });
}

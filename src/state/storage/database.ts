import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { KeptModel } from '../models/kept-models.ts';
import type { OwnModel } from '../models/own-models.ts';
import { withModelData } from './with-model-data.ts';

/** What a set of pictures needs to be found by. */
export interface ImageSetRecord {
  readonly name: string;
}

/** What one picture of a set needs to be found by. */
export interface ImageRecord {
  readonly id: string;
  /** Name of the set. */
  readonly set: string;
}

/** What the browser keeps between visits. */
interface LabDatabase extends DBSchema {
  /** Repaired models. */
  models: { key: string; value: KeptModel };
  /** Models that a person has opened. */
  ownModels: { key: string; value: OwnModel };
  imageSets: { key: string; value: ImageSetRecord };
  images: { key: string; value: ImageRecord; indexes: { set: string } };
}

/** Raised whenever the stores change; what an older version has kept is taken over. */
const version = 2;

let database: Promise<IDBPDatabase<LabDatabase>> | null = null;

function close(): void {
  database = null;
}

/** The database of this page's origin; whoever asks twice gets the same connection. */
export function openDatabase(): Promise<IDBPDatabase<LabDatabase>> {
  if (database !== null) return database;
  database = openDB<LabDatabase>('pixelproof', version, {
    upgrade: async (db, before, _after, transaction) => {
      if (before < 1) db.createObjectStore('models', { keyPath: 'facts.id' });
      if (before < 2) {
        db.createObjectStore('ownModels', { keyPath: 'id' });
        db.createObjectStore('imageSets', { keyPath: 'name' });
        db.createObjectStore('images', { keyPath: 'id' }).createIndex('set', 'set');
        const models = transaction.objectStore('models');
        for (let at = await models.openCursor(); at !== null; at = await at.continue()) {
          await at.update(withModelData(at.value));
        }
      }
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

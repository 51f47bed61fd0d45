import {
  openDB,
  type DBSchema,
  type IDBPDatabase,
  type IDBPObjectStore,
  type StoreNames,
} from 'idb';
import { LabError } from '../../protocol/lab-error.ts';
import type { KeptFacts, KeptPart } from '../archive/kept-part.ts';
import type { KeptImage, KeptImageSet, KeptThumbnail } from '../images/kept-set.ts';
import type { KeptModel } from '../models/kept-model.ts';
import type { OwnModel } from '../models/own-model.ts';
import { withModelData } from './with-model-data.ts';

/** What the browser keeps between visits. */
export interface LabDatabase extends DBSchema {
  /** Repaired models. */
  models: { key: string; value: KeptModel };
  /** Models that a person has opened. */
  ownModels: { key: string; value: OwnModel };
  imageSets: { key: string; value: KeptImageSet };
  /** Files of the sets. */
  images: { key: string; value: KeptImage; indexes: { set: string } };
  /** Apart from the files, so that a screen full of them is read at once. */
  thumbnails: { key: string; value: KeptThumbnail; indexes: { set: string } };
  /** What is said of every run; of any version, see `migrations.ts`. */
  runs: { key: string; value: KeptFacts };
  /** What they have found, in parts, so that listing runs reads none of it. */
  runParts: { key: [string, number]; value: KeptPart };
}

/** Raised whenever the stores change; what an older version has kept is taken over. */
const version = 3;

type KeptStore = IDBPObjectStore<LabDatabase, StoreNames<LabDatabase>[], 'models', 'versionchange'>;

async function nameFormats(models: KeptStore): Promise<void> {
  for (let at = await models.openCursor(); at !== null; at = await at.continue()) {
    await at.update(withModelData(at.value));
  }
}

let database: Promise<IDBPDatabase<LabDatabase>> | null = null;

function close(): void {
  database = null;
}

/** Fails once an older page of the lab holds the database and does not let it go. */
function heldUp(): { readonly failed: Promise<never>; readonly fail: () => void } {
  let fail: () => void = () => undefined;
  const failed = new Promise<never>((_, reject) => {
    fail = () =>
      reject(
        new LabError(
          'storage',
          'The storage of this browser is held by an older version of the lab in another tab. Close that tab or reload it, then reload this one.',
        ),
      );
  });
  return { failed, fail };
}

/** The database of this page's origin; whoever asks twice gets the same connection. */
export function openDatabase(): Promise<IDBPDatabase<LabDatabase>> {
  if (database !== null) return database;
  const { failed, fail } = heldUp();
  const opened = openDB<LabDatabase>('pixelproof', version, {
    upgrade: (db, before, _after, transaction) => {
      if (before < 1) db.createObjectStore('models', { keyPath: 'facts.id' });
      if (before < 2) {
        db.createObjectStore('ownModels', { keyPath: 'id' });
        db.createObjectStore('imageSets', { keyPath: 'name' });
        db.createObjectStore('images', { keyPath: 'id' }).createIndex('set', 'set');
        db.createObjectStore('thumbnails', { keyPath: 'id' }).createIndex('set', 'set');
        // A failure undoes the upgrade, which the opening then tells.
        void nameFormats(transaction.objectStore('models'));
      }
      if (before < 3) {
        db.createObjectStore('runs', { keyPath: 'id' });
        db.createObjectStore('runParts');
      }
    },
    blocked: fail,
    // Another tab with a newer version of the lab must not wait for this one.
    blocking: (_current, _blocked, event) => {
      close();
      if (event.target instanceof IDBDatabase) event.target.close();
    },
    terminated: close,
  });
  database = Promise.race([opened, failed]);
  // An opening that was held up and comes late is for nobody.
  failed.catch(() => opened.then((late) => late.close()).catch(() => undefined));
  // What could not be opened is tried again the next time.
  database.catch(close);
  return database;
}

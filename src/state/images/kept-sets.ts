import { openDatabase } from '../storage/database.ts';
import { stored } from '../storage/stored.ts';
import type { KeptImage, KeptImageSet, KeptThumbnail } from './kept-set.ts';

/** Files that are read from the database at once; more would hold up the page. */
const AT_ONCE = 500;

/** Comes before every name of a file. */
const SEPARATOR = '\n';

/** What names a picture in the database. */
export function imageId(set: string, file: string): string {
  return `${set}${SEPARATOR}${file}`;
}

function idsOf(set: string, after = imageId(set, '')): IDBKeyRange {
  return IDBKeyRange.bound(after, imageId(set, '\uffff'), true);
}

/** @throws LabError `storage` where the browser's storage is full or blocked */
export function keepImages(
  set: string,
  images: readonly KeptImage[],
  thumbnails: readonly KeptThumbnail[],
): Promise<void> {
  return stored(set, 'kept', async () => {
    const change = (await openDatabase()).transaction(['images', 'thumbnails'], 'readwrite');
    const puts = [
      ...images.map((image) => change.objectStore('images').put(image)),
      ...thumbnails.map((thumbnail) => change.objectStore('thumbnails').put(thumbnail)),
    ];
    // A full storage fails the transaction, and with it all of its puts.
    await Promise.all([...puts, change.done]);
  });
}

/** @throws LabError `storage` where the browser's storage is full or blocked */
export function keepSet(set: KeptImageSet): Promise<void> {
  return stored(set.name, 'kept', async () => {
    await (await openDatabase()).put('imageSets', set);
  });
}

/**
 * The sets that are kept, oldest first.
 * @throws LabError `storage` where the browser's storage is blocked
 */
export function keptSets(): Promise<KeptImageSet[]> {
  return stored('Image sets', 'read', async () => {
    const sets = await (await openDatabase()).getAll('imageSets');
    return sets.sort((a, b) => a.added - b.added);
  });
}

/**
 * The files of a set by their ids.
 * @throws LabError `storage` where the browser's storage is blocked
 */
export function keptFiles(set: string): Promise<Map<string, Blob>> {
  return stored(set, 'read', async () => {
    const database = await openDatabase();
    const files = new Map<string, Blob>();
    let after: string | undefined;
    for (;;) {
      const some = await database.getAll('images', idsOf(set, after), AT_ONCE);
      for (const { id, content } of some) files.set(id, content);
      after = some.at(-1)?.id;
      if (after === undefined || some.length < AT_ONCE) return files;
    }
  });
}

/** The file of a picture, or null where it is not kept. */
export function keptFile(set: string, file: string): Promise<Blob | null> {
  return stored(file, 'read', async () => {
    const image = await (await openDatabase()).get('images', imageId(set, file));
    return image?.content ?? null;
  });
}

/** The thumbnail of a picture, or null where it is not kept. */
export function keptThumbnail(set: string, file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  return stored(file, 'read', async () => {
    const thumbnail = await (await openDatabase()).get('thumbnails', imageId(set, file));
    return thumbnail?.bytes ?? null;
  });
}

/** @throws LabError `storage` where the browser's storage is blocked */
export function deleteKeptSet(set: string): Promise<void> {
  return stored(set, 'deleted', async () => {
    const change = (await openDatabase()).transaction(
      ['imageSets', 'images', 'thumbnails'],
      'readwrite',
    );
    await Promise.all([
      change.objectStore('imageSets').delete(set),
      change.objectStore('images').delete(idsOf(set)),
      change.objectStore('thumbnails').delete(idsOf(set)),
      change.done,
    ]);
  });
}

/**
 * Deletes the files of sets that were never finished, because the page was left or the storage was
 * full.
 */
export function deleteUnfinished(): Promise<void> {
  return stored('Image sets', 'read', async () => {
    const database = await openDatabase();
    const finished = new Set(await database.getAllKeys('imageSets'));
    const index = database.transaction('images').store.index('set');
    const unfinished: string[] = [];
    for (
      let at = await index.openKeyCursor(null, 'nextunique');
      at !== null;
      at = await at.continue()
    ) {
      if (!finished.has(at.key)) unfinished.push(at.key);
    }
    for (const set of unfinished) await deleteKeptSet(set);
  });
}

import { openDatabase } from './database.ts';

/**
 * Deletes for good what was deleted and could have been brought back.
 * @param until only what was deleted before this time, in milliseconds since 1970
 * @returns whether something was deleted
 */
export async function emptyBin(until = Infinity): Promise<boolean> {
  const transaction = (await openDatabase()).transaction(['runs', 'runParts'], 'readwrite');
  const [runs, parts] = [transaction.objectStore('runs'), transaction.objectStore('runParts')];
  let isAny = false;
  for (let at = await runs.openCursor(); at !== null; at = await at.continue()) {
    const { id, deleted = null } = at.value;
    if (deleted === null || deleted >= until) continue;
    isAny = true;
    await at.delete();
    await parts.delete(IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]));
  }
  await transaction.done;
  return isAny;
}

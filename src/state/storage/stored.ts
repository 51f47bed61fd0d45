import { LabError } from '../../protocol/lab-error.ts';
import { emptyBin } from './bin.ts';

/** Whether something failed because the browser allows this page no more storage. */
export function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

/** Without the full stop that some browsers write. */
function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\.$/, '');
}

/** Why something failed, and what to do. */
function reasonOf(error: unknown): string {
  if (isFull(error)) {
    return 'the storage of this browser is full. Delete runs, models and pictures that are no longer needed';
  }
  if (error instanceof DOMException && error.name === 'VersionError') {
    return 'a newer version of the lab in another tab has taken over the storage. Save what this page shows, then reload it';
  }
  return `the storage of this browser cannot be used: ${messageOf(error)}`;
}

/** Tries again where room was needed and deleted runs made some. */
async function withRoom<T>(use: () => Promise<T>): Promise<T> {
  try {
    return await use();
  } catch (error) {
    if (!isFull(error) || !(await emptyBin().catch(() => false))) throw error;
    return use();
  }
}

/**
 * Uses the browser's storage, and says in its errors what could not be done to what.
 * @param subject what is kept, as a sentence begins with it
 * @param what what is done to it: kept, read, deleted
 * @throws LabError `storage` where the browser's storage is full or blocked
 */
export async function stored<T>(subject: string, what: string, use: () => Promise<T>): Promise<T> {
  try {
    return await withRoom(use);
  } catch (error) {
    if (error instanceof LabError) throw error;
    throw new LabError('storage', `${subject} could not be ${what}: ${reasonOf(error)}.`, subject);
  }
}

import { LabError } from '../../protocol/lab-error.ts';

/**
 * Uses the browser's storage, and says in its errors what could not be done to what.
 * @param subject what is kept, as a sentence begins with it
 * @param what what is done to it: kept, read, deleted
 * @throws LabError `storage` where the browser's storage is full or blocked
 */
export async function stored<T>(subject: string, what: string, use: () => Promise<T>): Promise<T> {
  try {
    return await use();
  } catch (error) {
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
    const why = isFull
      ? 'the storage of this browser is full. Delete models and pictures that are no longer needed'
      : `the storage of this browser cannot be used: ${error instanceof Error ? error.message : String(error)}`;
    throw new LabError('storage', `${subject} could not be ${what}: ${why}.`, subject);
  }
}

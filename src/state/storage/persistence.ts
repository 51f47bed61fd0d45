import { createStore } from 'zustand/vanilla';

interface Persistence {
  /**
   * Whether the browser has promised to delete nothing by itself; null where it was not asked or
   * does not say.
   */
  readonly isPersistent: boolean | null;
}

export const persistence = createStore<Persistence>()(() => ({ isPersistent: null }));

function storageManager(): StorageManager | undefined {
  // Typed as always there, but missing outside secure contexts.
  const storage = navigator.storage as StorageManager | undefined;
  return storage;
}

/** Finds out what the browser has promised. */
export async function lookUpPersistence(): Promise<void> {
  const storage = storageManager();
  if (storage === undefined) return;
  const isPersistent = await storage.persisted();
  persistence.setState({ isPersistent });
}

/** Asks that nothing be deleted when the disk fills up; some browsers ask the person. */
export async function askToPersist(): Promise<void> {
  const storage = storageManager();
  if (storage === undefined || persistence.getState().isPersistent === true) return;
  const isPersistent = await storage.persist();
  persistence.setState({ isPersistent });
}

import { createStore } from 'zustand/vanilla';

interface StorageUse {
  /** Bytes that this page's origin keeps, models included; null where the browser does not say. */
  readonly used: number | null;
  /** Bytes that it may keep. */
  readonly allowed: number | null;
}

/** How much the browser keeps for this page. */
export const storageUse = createStore<StorageUse>()(() => ({ used: null, allowed: null }));

export async function measureStorage(): Promise<void> {
  // Typed as always there, but missing outside secure contexts.
  const storage = navigator.storage as StorageManager | undefined;
  const { usage = null, quota = null } = (await storage?.estimate()) ?? {};
  storageUse.setState({ used: usage, allowed: quota });
}

import { createStore } from 'zustand/vanilla';

interface StorageUse {
  /** Bytes that this page's origin keeps, models included; null where the browser does not say. */
  readonly used: number | null;
  /** Bytes that the browser says it may keep; null where it says nothing. */
  readonly quota: number | null;
  /** Bytes that it may keep; null where the browser does not tell. */
  readonly allowed: number | null;
}

const GIBIBYTE = 2 ** 30;

/** How much the browser keeps for this page. */
export const storageUse = createStore<StorageUse>()(() => ({
  used: null,
  quota: null,
  allowed: null,
}));

/**
 * Whether a quota stands in for the true one: Chromium from 138 on reports what is used and 10 GiB,
 * or the size of a smaller disk in whole GiB, so that no page learns how large the disk is ("Predictable
 * reported storage quota", chromestatus.com/feature/4977371751645184). What it enforces is less.
 * @param used bytes
 * @param quota bytes
 */
export function isStandIn(used: number, quota: number): boolean {
  const more = quota - used;
  return more > 0 && more <= 10 * GIBIBYTE && more % GIBIBYTE === 0;
}

export async function measureStorage(): Promise<void> {
  // Typed as always there, but missing outside secure contexts.
  const storage = navigator.storage as StorageManager | undefined;
  const { usage: used = null, quota = null } = (await storage?.estimate()) ?? {};
  const isTold = used !== null && quota !== null && !isStandIn(used, quota);
  storageUse.setState({ used, quota, allowed: isTold ? quota : null });
}

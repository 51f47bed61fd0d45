import { cdp } from 'vitest/browser';

/** Lets the page's origin store so many bytes; null takes the limit away. */
export async function limitStorage(quotaSize: number | null): Promise<void> {
  const { origin } = location;
  await cdp().send('Storage.overrideQuotaForOrigin', {
    origin,
    ...(quotaSize !== null && { quotaSize }),
  });
}

/** Empties the storage, and with it what Chromium remembers of the room in it for half a minute. */
export async function clearStorage(): Promise<void> {
  const { origin } = location;
  await cdp().send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
}

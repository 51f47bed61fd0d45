import { webLocks } from './web-locks.ts';

/**
 * Takes a Web Lock of a name that nobody else has and never gives it back: the browser does that
 * when the thread is gone, which no event reports otherwise.
 * @param kind what the thread is; the name begins with it
 * @returns the name, or null where there are no Web Locks (pages that were not loaded securely, blocked storage)
 */
export async function holdAliveLock(kind = 'lane'): Promise<string | null> {
  const locks = await webLocks();
  if (locks === null) return null;
  const name = `${kind}-${crypto.randomUUID()}`;
  await new Promise<void>((taken) => {
    void locks.request(name, () => {
      taken();
      return new Promise<never>(() => {});
    });
  });
  return name;
}

/** Settles when the thread that holds the lock is gone. */
export async function whenReleased(name: string): Promise<void> {
  await navigator.locks.request(name, () => {});
}

let found: Promise<LockManager | null> | null = null;

async function usableLocks(): Promise<LockManager | null> {
  // Typed as always there, but missing where the page was not loaded securely.
  const locks = navigator.locks as LockManager | undefined;
  try {
    await locks?.query();
    return locks ?? null;
  } catch {
    return null;
  }
}

/** The browser's Web Locks; null where there are none, or where blocked storage denies them. */
export function webLocks(): Promise<LockManager | null> {
  found ??= usableLocks();
  return found;
}

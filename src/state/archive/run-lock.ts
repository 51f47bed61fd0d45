import { webLocks } from '../../workers/web-locks.ts';

const PREFIX = 'pixelproof-run-';

// Names of those that this tab holds.
const held = new Set<string>();

/**
 * Claims a run for this tab. The browser gives it free when the tab is closed or crashes.
 * @returns how to give it back; null where another tab has it
 */
export async function claimRun(id: string): Promise<(() => void) | null> {
  const locks = await webLocks();
  if (locks === null) return () => undefined;
  const name = PREFIX + id;
  return new Promise((resolve, reject) => {
    locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (lock === null) {
          resolve(null);
          return undefined;
        }
        held.add(id);
        return new Promise<void>((release) => {
          resolve(() => {
            held.delete(id);
            release();
          });
        });
      })
      .catch(reject);
  });
}

/** Settles when no tab works on a run any more. */
export async function whenGivenBack(id: string): Promise<void> {
  const locks = await webLocks();
  await locks?.request(PREFIX + id, { mode: 'shared' }, () => undefined);
}

/** Whether this tab has claimed a run. */
export function isClaimedHere(id: string): boolean {
  return held.has(id);
}

/** The runs that some tab, this one too, has claimed. */
export async function claimedRuns(): Promise<ReadonlySet<string>> {
  const locks = await webLocks();
  const state = await locks?.query();
  const names = (state?.held ?? []).flatMap(({ name }) => name ?? []);
  return new Set(
    names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length)),
  );
}

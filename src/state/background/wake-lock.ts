import { workStore } from './work-store.ts';

/** A paused run may wait through the night. */
function isNeeded(): boolean {
  return [...workStore.getState().underWay.values()].some(({ state }) => state !== 'paused');
}

/** What the browser gives to visible pages only, and takes away as a page is hidden. */
class WakeLock {
  #held: WakeLockSentinel | null = null;
  #isAsking = false;

  /** Asks for the lock or gives it back, as the work and the page's visibility have it now. */
  async settle(): Promise<void> {
    if (this.#isAsking) return;
    if (!isNeeded()) {
      const held = this.#held;
      this.#held = null;
      await held?.release();
      return;
    }
    if (this.#held?.released === false || document.visibilityState !== 'visible') return;
    this.#isAsking = true;
    try {
      this.#held = await navigator.wakeLock.request('screen');
    } catch {
      // A low battery, or the person's settings, refuse; the run goes on while the machine does.
    } finally {
      this.#isAsking = false;
    }
    if (!isNeeded()) await this.settle();
  }
}

/** Keeps the screen on, and with it many machines awake, while something computes. */
export function stayAwake(): void {
  if (!('wakeLock' in navigator)) return;
  const lock = new WakeLock();
  const settle = () => void lock.settle();
  let before = false;
  workStore.subscribe(() => {
    // Shares change several times a second and mean nothing here.
    const isNow = isNeeded();
    if (isNow === before) return;
    before = isNow;
    settle();
  });
  document.addEventListener('visibilitychange', settle);
}

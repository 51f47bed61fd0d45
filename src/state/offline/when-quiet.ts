import { workStore } from '../background/work-store.ts';

function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    // Safari has no idle callbacks.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve());
    else setTimeout(resolve, 200);
  });
}

function whenNothingComputes(): Promise<void> {
  if (workStore.getState().underWay.size === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = workStore.subscribe(({ underWay }) => {
      if (underWay.size > 0) return;
      stop();
      resolve();
    });
  });
}

/** Settles when the page has nothing better to do: it is loaded, and nothing computes. */
export async function whenQuiet(): Promise<void> {
  if (document.readyState !== 'complete') {
    await new Promise((resolve) => {
      addEventListener('load', resolve, { once: true });
    });
  }
  await whenIdle();
  await whenNothingComputes();
}

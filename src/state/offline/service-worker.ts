import { TAKE_OVER, type TakeOverAnswer } from '../../protocol/take-over.ts';
import { updateStore } from './update-store.ts';
import { whenQuiet } from './when-quiet.ts';

/** Least time between two questions for a newer version, in milliseconds. */
const ASK_EVERY = 60 * 60 * 1000;

let registration: ServiceWorkerRegistration | undefined;

/** A version that was stored while another one serves the lab waits. */
function offerWaiting({ waiting, active }: ServiceWorkerRegistration): void {
  if (waiting !== null && active !== null) updateStore.setState({ phase: 'ready' });
}

function watchVersions(registered: ServiceWorkerRegistration): void {
  const watchInstalling = () => {
    registered.installing?.addEventListener('statechange', () => offerWaiting(registered));
  };
  offerWaiting(registered);
  watchInstalling();
  registered.addEventListener('updatefound', watchInstalling);
}

/** Stores the newest version, unless it is there. */
async function storeNewest(container: ServiceWorkerContainer): Promise<void> {
  if (registration?.active) {
    await registration.update();
    return;
  }
  const script = new URL('service-worker.js', document.baseURI).href;
  // A browser under test can refuse by answering nothing.
  const registered = (await container.register(script)) as ServiceWorkerRegistration | undefined;
  if (registered === undefined) return;
  registration = registered;
  watchVersions(registered);
}

/**
 * Has the browser store the lab for visits without a network, once nothing computes, and watches
 * for newer versions. Where there are no service workers, or storage is blocked, the lab goes on
 * without.
 */
export async function storeForOffline(): Promise<void> {
  // The development server has no finished files to store.
  if (import.meta.env.DEV) return;
  // Typed as always there, but missing where the page was not loaded securely.
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (container === undefined) return;
  let tried = Date.now();
  const tryNow = async () => {
    tried = Date.now();
    await whenQuiet();
    // Private windows and blocked storage refuse, and without a network there is nothing to be had;
    // all but a visit without a network works.
    await storeNewest(container).catch(() => undefined);
  };
  // A tab may stay open for days; coming back to it is the moment to ask.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && Date.now() - tried >= ASK_EVERY) void tryNow();
  });
  // A network that was lost while the first version was fetched has left nothing.
  addEventListener('online', () => {
    if (!registration?.active) void tryNow();
  });
  await tryNow();
}

function askToTakeOver(worker: ServiceWorker): Promise<TakeOverAnswer> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', ({ data }: MessageEvent<TakeOverAnswer>) => resolve(data));
    port1.start();
    worker.postMessage(TAKE_OVER, [port2]);
  });
}

/** Reloads the page with the version that waits, unless other tabs of the lab still use this one. */
export async function startNewVersion(): Promise<void> {
  const waiting = registration?.waiting ?? null;
  if (waiting !== null) {
    const taken = new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    });
    if ((await askToTakeOver(waiting)) === 'other-pages') {
      updateStore.setState({ phase: 'other-pages' });
      return;
    }
    await taken;
  }
  location.reload();
}

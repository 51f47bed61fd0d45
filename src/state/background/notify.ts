import { tellStore } from './tell-store.ts';
import { workStore, type EndedWork } from './work-store.ts';

/** Where a phone shows notifications, pages may not make them, but their service worker may. */
async function show(title: string, options: NotificationOptions): Promise<void> {
  try {
    const notification = new Notification(title, options);
    notification.addEventListener('click', () => {
      globalThis.focus();
      notification.close();
    });
  } catch {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.showNotification(title, options);
  }
}

function tell({ name, outcome }: EndedWork): void {
  const isWanted = tellStore.getState().wish === 'yes' && document.visibilityState === 'hidden';
  // What was cancelled was cancelled by hand.
  if (!isWanted || outcome === 'cancelled') return;
  const title = outcome === 'done' ? `${name} finished` : `${name} stopped by an error`;
  const icon = new URL('icons/192.png', document.baseURI).href;
  // Without a notification the title of the tab still says that it is over.
  show(title, { body: 'Pixelproof', icon, tag: 'pixelproof' }).catch(() => undefined);
}

/** Tells of every end of work from now on, if that is wanted and nobody looks. */
export function tellOfEnds(): void {
  workStore.subscribe(({ ended }, before) => {
    if (ended !== null && ended !== before.ended) tell(ended);
  });
}

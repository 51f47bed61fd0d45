import { clientsClaim, setCacheNameDetails } from 'workbox-core';
import { addRoute, createHandlerBoundToURL, precache } from 'workbox-precaching';
import type { PrecacheEntry } from 'workbox-precaching/_types.js';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { isTakeOver, type TakeOverAnswer } from '../protocol/take-over.ts';

declare const self: ServiceWorkerGlobalScope;

/** Every file of the build with its revision; put in by the build. */
declare const PRECACHE: readonly PrecacheEntry[];

/** Pages of the lab, whichever version serves them; other pages of the same host do not count. */
async function openPages(): Promise<number> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return windows.filter(({ url }) => url.startsWith(self.registration.scope)).length;
}

/** Entries of the former version are removed as this one begins to serve: no page may use them then. */
async function takeOver(): Promise<TakeOverAnswer> {
  if ((await openPages()) > 1) return 'other-pages';
  await self.skipWaiting();
  return 'taken-over';
}

function escaped(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
}

self.addEventListener('message', (event) => {
  if (!isTakeOver(event.data)) return;
  const [port] = event.ports;
  event.waitUntil(takeOver().then((answer) => port?.postMessage(answer)));
});

/** Shown for the page where it cannot show them itself; leads back to it. */
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const lead = async () => {
    const [page] = await self.clients.matchAll({ type: 'window' });
    await page?.focus();
  };
  event.waitUntil(lead());
});

setCacheNameDetails({ prefix: 'pixelproof' });
clientsClaim();
precache([...PRECACHE]);

// The page's own address says what is shown; the file is the same. Other addresses below the lab
// are left to the server, so that a missing file stays missing.
const home = escaped(new URL(self.registration.scope).pathname);
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('index.html'), {
    allowlist: [new RegExp(String.raw`^${home}(index\.html)?(\?|$)`)],
  }),
);
addRoute();

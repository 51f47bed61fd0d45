import { followPanel } from '../navigation/navigation-store.ts';
import type { NamedPanel } from '../navigation/panel-address.ts';
import { withQuery, type QueryEntry } from './codec/query.ts';
import { MODEL, RESULT, RUN } from './codec/shared-fields.ts';
import { keepAddress } from './keep-address.ts';
import { linkedPanel, linkPages } from './link-pages.ts';
import { linkStore, type LinkedRun } from './link-store.ts';
import { openLink } from './open-link.ts';

/** The address of a panel as it is shown now; null while it waits to be shown. */
function addressNow(panel: LinkedRun['panel']): string | null {
  const page = linkPages[panel];
  const { linked, waiting, run: opening, model } = linkStore.getState();
  if (waiting?.panel === panel) return null;
  const run = opening ?? page.run();
  const isLinked = linked?.panel === panel && page.asks(linked.spec);
  return withQuery(location.href, [
    ...named(panel),
    ...(model === null ? [] : [[MODEL, model] as const]),
    ...page.entries(),
    ...(run === null ? [] : [[RUN, run] as const]),
    ...(isLinked ? [[RESULT, linked.text] as const] : []),
  ]);
}

/** Home has no name in the address. */
function named(panel: LinkedRun['panel']): QueryEntry[] {
  return panel === 'measure' ? [] : [['panel', panel]];
}

/**
 * Keeps the address that of the experiment it names; returns how to stop.
 * @param id name of the panel in the address; null for home
 */
export function followLink(id: NamedPanel | null): () => void {
  const panel = linkedPanel(id);
  if (panel === null) return () => {};
  return keepAddress({
    panel,
    address: () => addressNow(panel),
    subscribe: (listener) => {
      const stops = [linkPages[panel].subscribe(listener), linkStore.subscribe(listener)];
      return () => stops.forEach((stop) => stop());
    },
  });
}

/** Shows what the address says after the back and forward buttons; returns how to stop. */
export function followLinkHistory(): () => void {
  const follow = () => {
    // First what is shown, then where: a panel that appears writes its address.
    openLink(location.href);
    followPanel();
  };
  addEventListener('popstate', follow);
  return () => removeEventListener('popstate', follow);
}

/** Shows the address that waits for a run to end. */
export function openWaiting(): void {
  const { waiting } = linkStore.getState();
  if (waiting === null || linkPages[waiting.panel].isBusy()) return;
  linkStore.setState({ waiting: null });
  openLink(waiting.address);
}

/** Forgets the address that waits; what is shown takes its place. */
export function dropWaiting(): void {
  linkStore.setState({ waiting: null });
}

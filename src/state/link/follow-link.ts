import { beforeLeaving } from '../navigation/navigation-store.ts';
import { panelIn } from '../navigation/panel-address.ts';
import { queryOf, withQuery, type QueryEntry } from './codec/query.ts';
import { linkStore } from './link-store.ts';
import { linkedPanel, linkPages, openLink, RESULT, SHARED } from './open-link.ts';

/** Milliseconds that changes must rest before the address follows: browsers limit how often it may. */
const REST = 400;

/** The address of a panel as it is shown now; null for a panel that keeps its own. */
function addressNow(): string | null {
  const panel = linkedPanel(panelIn(location.href));
  if (panel === null) return null;
  const page = linkPages[panel];
  const kept = queryOf(location.href).filter(([key]) => SHARED.some((each) => each === key));
  const { linked } = linkStore.getState();
  const isLinked = linked?.panel === panel && page.asks(linked.spec);
  const result: QueryEntry[] = isLinked ? [[RESULT, linked.text]] : [];
  return withQuery(location.href, [...kept, ...page.entries(), ...result]);
}

function write(): void {
  const next = addressNow();
  if (next === null || next === location.href) return;
  try {
    history.replaceState(history.state, '', next);
  } catch {
    // A browser that has had enough changes of address takes the next one.
  }
}

/**
 * Keeps the address that of the panel it names; returns how to stop.
 * @param id name of the panel in the address; null for home
 */
export function followLink(id: string | null): () => void {
  const panel = linkedPanel(id);
  if (panel === null) return () => {};
  write();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const writeNow = () => {
    clearTimeout(waiting);
    waiting = undefined;
    if (linkedPanel(panelIn(location.href)) === panel) write();
  };
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(writeNow, REST);
  };
  const stops = [
    linkPages[panel].subscribe(soon),
    linkStore.subscribe(soon),
    beforeLeaving(() => {
      if (waiting !== undefined) writeNow();
    }),
  ];
  return () => {
    clearTimeout(waiting);
    for (const stop of stops) stop();
  };
}

/** Shows what the address says after the back and forward buttons; returns how to stop. */
export function followLinkHistory(): () => void {
  const follow = () => openLink(location.href);
  addEventListener('popstate', follow);
  return () => removeEventListener('popstate', follow);
}

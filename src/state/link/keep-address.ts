import { beforeLeaving } from '../navigation/navigation-store.ts';
import { panelIn, type PanelId } from '../navigation/panel-address.ts';

/** Milliseconds that changes must rest before the address follows: browsers limit how often it may. */
const REST = 400;

interface ShownPanel {
  readonly panel: PanelId;
  /** Its address as it is shown; null while the one that there is must stay. */
  readonly address: () => string | null;
  /** Tells of every change of what is shown; returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Keeps the address that of a panel as long as it names the panel; returns how to stop. */
export function keepAddress({ panel, address, subscribe }: ShownPanel): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    clearTimeout(waiting);
    waiting = undefined;
    if ((panelIn(location.href) ?? 'measure') !== panel) return;
    const next = address();
    if (next === null || next === location.href) return;
    try {
      history.replaceState(history.state, '', next);
    } catch {
      // A browser that has had enough changes of address takes the next one.
    }
  };
  write();
  const stops = [
    subscribe(() => {
      clearTimeout(waiting);
      waiting = setTimeout(write, REST);
    }),
    beforeLeaving(() => {
      if (waiting !== undefined) write();
    }),
  ];
  return () => {
    clearTimeout(waiting);
    for (const stop of stops) stop();
  };
}

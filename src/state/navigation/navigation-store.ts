import { createStore } from 'zustand/vanilla';
import { panelAddress, panelIn, type NamedPanel } from './panel-address.ts';

interface NavigationState {
  /** What the address asks for; null is the home panel. */
  readonly panel: NamedPanel | null;
}

/** Which panel is shown. The address is the truth, this follows it. */
export const navigationStore = createStore<NavigationState>()(() => ({
  panel: panelIn(location.href),
}));

const leaving = new Set<() => void>();

/** Calls something just before the address goes over to another panel; returns how to stop. */
export function beforeLeaving(act: () => void): () => void {
  leaving.add(act);
  return () => leaving.delete(act);
}

/**
 * Shows another panel, as a step that the browser's back button undoes. What the address says of
 * the panel before stays in that step.
 */
export function goToPanel(panel: NamedPanel | null): void {
  if (panel === navigationStore.getState().panel) return;
  for (const act of leaving) act();
  history.pushState(history.state, '', panelAddress(location.href, panel));
  navigationStore.setState({ panel });
}

/** Shows the panel that the address names, after it has changed without {@link goToPanel}. */
export function followPanel(): void {
  navigationStore.setState({ panel: panelIn(location.href) });
}

import { createStore } from 'zustand/vanilla';
import { panelIn, withPanel } from './panel-address.ts';

interface NavigationState {
  /** What the address asks for; null is the home panel. Whether there is such a panel is not known here. */
  readonly panel: string | null;
}

/** Which panel is shown. The address is the truth, this follows it. */
export const navigationStore = createStore<NavigationState>()(() => ({
  panel: panelIn(location.href),
}));

/** Shows another panel, as a step that the browser's back button undoes. */
export function goToPanel(panel: string | null): void {
  if (panel === navigationStore.getState().panel) return;
  history.pushState(history.state, '', withPanel(location.href, panel));
  navigationStore.setState({ panel });
}

/** Follows the back and forward buttons; returns how to stop. */
export function followHistory(): () => void {
  const follow = () => navigationStore.setState({ panel: panelIn(location.href) });
  addEventListener('popstate', follow);
  return () => removeEventListener('popstate', follow);
}

import { createStore } from 'zustand/vanilla';

interface TellState {
  /**
   * Whether a person wants to be told when work has ended. `refused`: they do not allow the page
   * notifications; `absent`: the browser has none.
   */
  readonly wish: 'no' | 'yes' | 'refused' | 'absent';
}

const isThere = 'Notification' in globalThis;

/** Nothing is asked of the person until they ask to be told. */
export const tellStore = createStore<TellState>()(() => ({ wish: isThere ? 'no' : 'absent' }));

/** Asks the browser for leave to notify, which only a click may do; asked again, takes it back. */
export async function askToBeTold(): Promise<void> {
  const { wish } = tellStore.getState();
  if (wish === 'absent') return;
  if (wish === 'yes') {
    tellStore.setState({ wish: 'no' });
    return;
  }
  const permission = await Notification.requestPermission();
  tellStore.setState({ wish: permission === 'granted' ? 'yes' : 'refused' });
}

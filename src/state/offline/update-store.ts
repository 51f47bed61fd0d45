import { createStore } from 'zustand/vanilla';

interface UpdateState {
  /**
   * `none`: this is the newest version known. `ready`: a newer one is stored and waits.
   * `other-pages`: it was asked for, and waits for the lab's other tabs to close.
   */
  readonly phase: 'none' | 'ready' | 'other-pages';
  /** Put away by hand until the page is opened again. */
  readonly isDismissed: boolean;
}

/** Whether a newer version of the lab could be used. */
export const updateStore = createStore<UpdateState>()(() => ({
  phase: 'none',
  isDismissed: false,
}));

export function dismissUpdate(): void {
  updateStore.setState({ isDismissed: true });
}

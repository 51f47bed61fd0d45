import { createStore } from 'zustand/vanilla';

interface ShortcutState {
  /** Whether single keys act; some people type by voice, where every letter is a key. */
  readonly isOn: boolean;
  readonly turn: (isOn: boolean) => void;
}

const storageKey = 'pixelproof shortcuts';

function readStored(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    // Storage may be blocked.
    return true;
  }
}

/** Whether the page listens to single keys, kept between visits. */
export const shortcutStore = createStore<ShortcutState>()((set) => ({
  isOn: readStored(),
  turn: (isOn) => {
    set({ isOn });
    try {
      localStorage.setItem(storageKey, isOn ? 'on' : 'off');
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  },
}));

import { useEffect } from 'react';
import { shortcutStore } from '../../state/navigation/shortcut-store.ts';

/** Where a key belongs to what has the focus: it is typed, or it moves within a list or a dialog. */
const ownKeys =
  'input:not([type="range"], [type="checkbox"], [type="radio"], [type="button"]), textarea, select, ' +
  '[contenteditable], [role="dialog"], [role="listbox"], [role="menu"], [role="combobox"], [role="textbox"]';

function belongsElsewhere({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest(ownKeys) !== null;
}

function elementOf(key: string): HTMLElement | null {
  const claimants = document.querySelectorAll<HTMLElement>('[aria-keyshortcuts]');
  for (const element of claimants) {
    const keys = element.getAttribute('aria-keyshortcuts')?.split(' ') ?? [];
    const isUsable = !element.matches(':disabled, [aria-disabled="true"]');
    if (keys.includes(key) && isUsable && element.checkVisibility()) return element;
  }
  return null;
}

function press(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey, repeat, defaultPrevented } = event;
  if (ctrlKey || metaKey || altKey || repeat || defaultPrevented) return;
  if (!shortcutStore.getState().isOn || belongsElsewhere(event)) return;
  // A dialog that is open keeps the keys, wherever the focus is.
  if (document.querySelector('[role="dialog"][aria-modal="true"]') !== null) return;
  const element = elementOf(key.toLowerCase());
  if (element === null) return;
  event.preventDefault();
  element.click();
}

/**
 * A single key clicks the element that claims it with `aria-keyshortcuts`, so a panel brings its own
 * shortcuts along. Never while something is typed.
 */
export function useShortcuts(): void {
  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

import { useEffect } from 'react';
import { redo, undo } from '../../../state/inspect/inspect-store.ts';

/** Whether what is typed into has an undo of its own. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && ['text', 'number'].includes(target.type);
}

function press(event: KeyboardEvent): void {
  if ((!event.ctrlKey && !event.metaKey) || isTyping(event.target)) return;
  const key = event.key.toLowerCase();
  const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
  if (key !== 'z' && !isRedo) return;
  event.preventDefault();
  if (isRedo) redo();
  else undo();
}

/** Undo and redo by the usual keys, wherever in the panel the focus is. */
export function useEditKeys(): void {
  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

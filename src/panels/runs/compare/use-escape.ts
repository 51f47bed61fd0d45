import { useEffect, useEffectEvent, type RefObject } from 'react';

/** Whether Escape closes a menu first: the focus is in it or on its button. */
function hasMenuOpen(target: EventTarget | null): boolean {
  const ofMenu = '[role="menu"], [aria-haspopup][aria-expanded="true"]';
  return target instanceof Element && target.closest(ofMenu) !== null;
}

/**
 * Calls back on Escape while the focus is inside an element.
 * @param isThere whether the element is on the page
 */
export function useEscape(
  element: RefObject<HTMLElement | null>,
  isThere: boolean,
  leave: () => void,
): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && !hasMenuOpen(event.target)) leave();
  });
  useEffect(() => {
    const inside = element.current;
    if (!isThere || inside === null) return undefined;
    // Before the page handles the key and closes a menu, of which nothing could be seen any more.
    inside.addEventListener('keydown', onKey);
    return () => inside.removeEventListener('keydown', onKey);
  }, [element, isThere]);
}

import { createStore } from 'zustand/vanilla';
import { canvasIsFaithfulApart } from '../../workers/canvas-apart.ts';

interface CanvasState {
  /** False where the browser alters what is read from a canvas; null until it is known. */
  readonly isFaithful: boolean | null;
  /** Whether a person has put the warning away, in this visit or an earlier one. */
  readonly isNoted: boolean;
}

const storageKey = 'pixelproof canvas warning';

function readNoted(): boolean {
  try {
    return localStorage.getItem(storageKey) === 'noted';
  } catch {
    // Storage may be blocked.
    return false;
  }
}

/** Whether pictures can be read through this browser's canvas. */
export const canvasStore = createStore<CanvasState>()(() => ({
  isFaithful: null,
  isNoted: readNoted(),
}));

/** The longest that a busy page lets the check wait, in milliseconds. */
const LATEST = 3000;

function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis)
      requestIdleCallback(() => resolve(), { timeout: LATEST });
    else setTimeout(resolve, LATEST);
  });
}

/** Finds out whether the browser alters what is read from a canvas, once the page has nothing else to do. */
export async function checkCanvas(): Promise<void> {
  await whenIdle();
  canvasStore.setState({ isFaithful: await canvasIsFaithfulApart() });
}

/** Puts the warning away for good. */
export function noteCanvas(): void {
  canvasStore.setState({ isNoted: true });
  try {
    localStorage.setItem(storageKey, 'noted');
  } catch {
    // Without storage it stays away as long as the page.
  }
}

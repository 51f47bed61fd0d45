/** One Ctrl-C can arrive twice: from the terminal and from a parent that passes it on. */
const SAME_PRESS_MS = 500;

/** From now on calls `onFirst` at the first Ctrl-C and `onSecond` at the next ones. */
export function listenForInterrupts(onFirst: () => void, onSecond: () => void): void {
  let first: number | null = null;
  const listener = (): void => {
    const now = performance.now();
    if (first === null) {
      first = now;
      onFirst();
    } else if (now - first > SAME_PRESS_MS) {
      onSecond();
    }
  };
  process.on('SIGINT', listener);
  process.on('SIGTERM', listener);
}

const SLICE_MS = 12;

/**
 * Lets the thread see to its other duties. A message, since browsers make timers of a hidden page
 * wait for a second, and after some minutes for a whole one.
 */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const go = () => {
      port1.close();
      resolve();
    };
    port1.addEventListener('message', go, { once: true });
    port1.start();
    port2.postMessage(null);
  });
}

/** Runs a computation made of short steps to its end, in slices of a few milliseconds. */
export async function runInSlices<T>(steps: Iterator<unknown, T>): Promise<T> {
  let sliceStart = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - sliceStart < SLICE_MS) continue;
    await nextTurn();
    sliceStart = performance.now();
  }
}

/** Maps a list without blocking the thread; one item is one step. */
export function mapInSlices<T, R>(items: Iterable<T>, map: (item: T) => R): Promise<R[]> {
  function* steps(): Generator<void, R[]> {
    const results: R[] = [];
    for (const item of items) {
      results.push(map(item));
      yield;
    }
    return results;
  }
  return runInSlices(steps());
}

/** How long a worker that does not start keeps the next waiting, in milliseconds. */
const PATIENCE = 10_000;

let turn: Promise<unknown> = Promise.resolve();

/**
 * Starts workers one after another. WebKit leaves a worker to the network if it asks for its script
 * while another worker's request for the same script is under way: where there is no network, all
 * but the first would fail.
 * @param start makes the worker; settles once its script has loaded
 */
export function startInTurn<T>(start: () => Promise<T>): Promise<T> {
  const started = turn.then(start);
  const patience = new Promise((resolve) => {
    setTimeout(resolve, PATIENCE);
  });
  turn = Promise.race([started.catch(() => undefined), patience]);
  return started;
}

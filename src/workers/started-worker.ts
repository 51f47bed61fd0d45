import { whenReleased } from './alive-lock.ts';
import { isGreeting, type WorkerGreeting } from './worker-greeting.ts';

/** Settles when the worker has failed in a way that the browser reports. */
function reportedEnd(worker: Worker): Promise<string> {
  return new Promise((resolve) => {
    worker.addEventListener('error', ({ message }) => {
      resolve(`the worker failed: ${message || 'its script does not load'}`);
    });
    worker.addEventListener('messageerror', () => resolve('the worker sent something unreadable'));
  });
}

function greetingOf(worker: Worker): Promise<WorkerGreeting> {
  return new Promise((resolve) => {
    worker.addEventListener('message', function listen({ data }: MessageEvent<unknown>) {
      if (!isGreeting(data)) return;
      worker.removeEventListener('message', listen);
      resolve(data);
    });
  });
}

/**
 * Waits until a browser worker's script has loaded and greeted.
 * @returns a promise that settles with a reason for a person when the worker is gone
 * @throws Error if the worker's script does not load
 */
export async function startedWorker(worker: Worker): Promise<{ readonly ended: Promise<string> }> {
  const reported = reportedEnd(worker);
  const early = await Promise.race([greetingOf(worker), reported]);
  if (typeof early === 'string') throw new Error(early);
  const { aliveLock } = early;
  const ends = [reported];
  if (aliveLock !== null) ends.push(whenReleased(aliveLock).then(() => 'the worker is gone'));
  return { ended: Promise.race(ends) };
}

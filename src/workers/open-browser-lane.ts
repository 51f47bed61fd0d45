import { wrap } from 'comlink';
import type { LaneApi } from '../protocol/lane.ts';
import type { LaneHandle } from '../run/lane-handle.ts';
import { whenReleased } from './alive-lock.ts';
import { isLaneGreeting, type LaneGreeting } from './lane-greeting.ts';

/** Settles when the worker has failed in a way that the browser reports. */
function reportedEnd(worker: Worker): Promise<string> {
  return new Promise((resolve) => {
    worker.addEventListener('error', ({ message }) => {
      resolve(`the worker failed: ${message || 'its script does not load'}`);
    });
    worker.addEventListener('messageerror', () => resolve('the worker sent something unreadable'));
  });
}

function greetingOf(worker: Worker): Promise<LaneGreeting> {
  return new Promise((resolve) => {
    worker.addEventListener('message', function listen({ data }: MessageEvent<unknown>) {
      if (!isLaneGreeting(data)) return;
      worker.removeEventListener('message', listen);
      resolve(data);
    });
  });
}

/**
 * Makes a lane of a browser worker whose script exposes one.
 * @throws Error if the worker's script does not load
 */
export async function adoptLane(worker: Worker): Promise<LaneHandle> {
  const reported = reportedEnd(worker);
  const early = await Promise.race([greetingOf(worker), reported]);
  if (typeof early === 'string') throw new Error(`the lane cannot be started: ${early}`);
  const { aliveLock } = early;
  const ends = [reported];
  if (aliveLock !== null) ends.push(whenReleased(aliveLock).then(() => 'the worker is gone'));
  return {
    api: wrap<LaneApi>(worker),
    ended: Promise.race(ends),
    terminate: () => worker.terminate(),
  };
}

/** Starts one more lane in a worker of this page. */
export function openBrowserLane(): Promise<LaneHandle> {
  return adoptLane(new Worker(new URL('./browser-lane.ts', import.meta.url), { type: 'module' }));
}

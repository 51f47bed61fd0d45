import { wrap } from 'comlink';
import type { LaneApi } from '../protocol/lane.ts';
import type { LaneHandle } from '../run/lane-handle.ts';
import { startInTurn } from './start-in-turn.ts';
import { startedWorker } from './started-worker.ts';

/**
 * Makes a lane of a browser worker whose script exposes one.
 * @throws Error if the worker's script does not load
 */
export async function adoptLane(worker: Worker): Promise<LaneHandle> {
  try {
    const { ended } = await startedWorker(worker);
    return { api: wrap<LaneApi>(worker), ended, terminate: () => worker.terminate() };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`the lane cannot be started: ${why}`, { cause: error });
  }
}

/** Starts one more lane in a worker of this page. */
export function openBrowserLane(): Promise<LaneHandle> {
  return startInTurn(() =>
    adoptLane(new Worker(new URL('./browser-lane.ts', import.meta.url), { type: 'module' })),
  );
}

import { Worker } from 'node:worker_threads';
import { wrap } from 'comlink';
import type { LaneApi } from '../protocol/lane.ts';
import type { LaneHandle } from '../run/lane-handle.ts';
import { isGreeting } from './worker-greeting.ts';
import { nodeEndpoint } from './node-endpoint.ts';

/**
 * Starts one more lane in a thread of this process.
 * @param script of another lane than the usual one
 * @throws Error if the thread's code does not load
 */
export async function openNodeLane(
  script = new URL('./node-lane.ts', import.meta.url),
): Promise<LaneHandle> {
  const worker = new Worker(new URL('./node-thread.mjs', import.meta.url), {
    workerData: { script: script.href },
  });
  const ended = new Promise<string>((resolve) => {
    worker.once('error', (error: Error) => resolve(`the thread failed: ${error.message}`));
    worker.once('exit', (code) => resolve(`the thread ended with code ${code}`));
  });
  const greeted = new Promise<true>((resolve) => {
    worker.on('message', function listen(message: unknown) {
      if (!isGreeting(message)) return;
      worker.off('message', listen);
      resolve(true);
    });
  });
  const early = await Promise.race([greeted, ended]);
  if (early !== true) throw new Error(`the lane cannot be started: ${early}`);
  return {
    api: wrap<LaneApi>(nodeEndpoint(worker)),
    ended,
    terminate: () => void worker.terminate(),
  };
}

import { parentPort, workerData } from 'node:worker_threads';
import { expose } from 'comlink';
import { nodeEndpoint } from '../../../src/workers/node-endpoint.ts';
import { arithmeticLane, type Fault } from './lane.ts';

const { faults, counters }: { faults: readonly Fault[]; counters: Int32Array } = workerData;
if (parentPort === null) throw new Error('runs as a worker thread only');

const lane = arithmeticLane({
  faults,
  counters,
  exit: () => process.exit(7),
  // Blocks the thread for good: no counter is ever notified.
  hang: () => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    throw new Error('nobody wakes this thread');
  },
});
expose(lane, nodeEndpoint(parentPort));

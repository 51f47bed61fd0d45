import { parentPort } from 'node:worker_threads';
import { expose } from 'comlink';
import { createLane } from '../engine/lane/lane.ts';
import type { WorkerGreeting } from './worker-greeting.ts';
import { nodeFiles } from './node-files.ts';
import { nodeEndpoint } from './node-endpoint.ts';
import { installNodeWebgpu } from './node-webgpu.ts';

if (parentPort === null) throw new Error('a lane runs in a worker thread');
const lane = createLane({ ...nodeFiles, installWebgpu: installNodeWebgpu, aliveLock: null });
expose(lane, nodeEndpoint(parentPort));
const greeting: WorkerGreeting = { worker: 'ready', aliveLock: null };
parentPort.postMessage(greeting);

import { expose } from 'comlink';
import { wasmUrls } from '../engine/backends/wasm-urls.ts';
import { createLane } from '../engine/lane/lane.ts';
import { holdAliveLock } from './alive-lock.ts';
import { decodeInBrowser } from './browser-decoder.ts';
import type { WorkerGreeting } from './worker-greeting.ts';

const aliveLock = await holdAliveLock();
expose(createLane({ wasmUrls, aliveLock, decodeInBrowser }));
const greeting: WorkerGreeting = { worker: 'ready', aliveLock };
postMessage(greeting);

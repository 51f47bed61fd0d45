import { expose } from 'comlink';
import { wasmUrls } from '../../src/engine/backends/wasm-urls.ts';
import { createLane } from '../../src/engine/lane/lane.ts';
import { holdAliveLock } from '../../src/workers/alive-lock.ts';

// As in a browser that offers neither canvas nor WebGPU to workers.
Reflect.deleteProperty(globalThis, 'OffscreenCanvas');
Object.defineProperty(navigator, 'gpu', { value: undefined });

const aliveLock = await holdAliveLock();
expose(createLane({ wasmUrls, aliveLock }));
postMessage({ worker: 'ready', aliveLock });

import { expose } from 'comlink';
import { wasmUrls } from '../../src/engine/backends/wasm-urls.ts';
import { createLane } from '../../src/engine/lane/lane.ts';
import { holdAliveLock } from '../../src/workers/alive-lock.ts';
import { sabotaged } from '../support/lanes/sabotage.ts';

const aliveLock = await holdAliveLock();
expose(sabotaged(createLane({ wasmUrls, aliveLock })));
postMessage({ worker: 'ready', aliveLock });

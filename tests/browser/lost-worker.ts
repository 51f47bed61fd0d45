import { holdAliveLock } from '../../src/workers/alive-lock.ts';

// Greets and is gone as soon as anything is asked of it.
addEventListener('message', () => close());
const aliveLock = await holdAliveLock();
postMessage({ worker: 'ready', aliveLock });

import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

// A thread does not inherit the loader of TypeScript that its process was started with.
register();
await import(workerData.script);

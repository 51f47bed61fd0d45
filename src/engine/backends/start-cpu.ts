import { FailureLatch } from './failure-latch.ts';
import type { RunningBackend } from './running-backend.ts';
import { setBackend } from './set-backend.ts';

/** Plain JavaScript, the last resort. */
export async function startCpu(): Promise<RunningBackend> {
  await import('@tensorflow/tfjs-backend-cpu');
  await setBackend('cpu');
  return {
    name: 'cpu',
    detail: 'plain JavaScript',
    software: false,
    exactFloats: true,
    latch: new FailureLatch(),
    explain: async () => null,
  };
}

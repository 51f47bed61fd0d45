import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import type { StarvedKernel, StarvedOutcome } from '../../../support/lanes/starved-kernel.ts';

const thread = new URL('../../../../src/workers/node-thread.mjs', import.meta.url);
const script = new URL('../../../support/lanes/starved-kernel.ts', import.meta.url).href;

/** Runs one kernel in a thread of its own, whose WASM memory is lost afterwards. */
async function starve(task: StarvedKernel): Promise<StarvedOutcome> {
  const worker = new Worker(thread, { workerData: { script, ...task } });
  const [outcome] = (await once(worker, 'message')) as [StarvedOutcome];
  await worker.terminate();
  return outcome;
}

const expected = { matMul: 128, conv2d: 8, depthwiseConv2d: 16, maxPool: 1, add: 2 } as const;
const kernels = Object.keys(expected) as (keyof typeof expected)[];

test.each(kernels)('%s is right as long as there is memory', async (kernel) => {
  expect(await starve({ kernel, spare: 2 ** 22 })).toEqual({
    value: expected[kernel],
    failure: null,
  });
});

test.each(kernels)('%s never passes for done when it got no memory', async (kernel) => {
  for (const spare of [0, 16_700]) {
    const { value, failure } = await starve({ kernel, spare });
    if (failure === null) expect(value).toBe(expected[kernel]);
    else expect(failure).toBe('out-of-memory');
    if (spare === 0) expect(failure).toBe('out-of-memory');
  }
});

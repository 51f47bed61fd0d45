import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { FailureLatch } from '../../../../src/engine/backends/failure-latch.ts';
import { LabError } from '../../../../src/protocol/lab-error.ts';

const first = new LabError('device-lost', 'The device is gone.');
const second = new LabError('out-of-memory', 'There is no memory.');
const never = new Promise<number>(() => undefined);

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
}

it('delivers a result, or the reason for which there is none', async () => {
  const latch = new FailureLatch();
  expect(await latch.race(Promise.resolve(7))).toBe(7);
  await expect(latch.race(Promise.reject(second))).rejects.toBe(second);
});

it('ends all waiting with the first failure, and every later one', async () => {
  const latch = new FailureLatch();
  const waiting = [latch.race(never), latch.race(never)];
  const within = latch.failureWithin(60_000);
  expect(latch.fail(first)).toBe(first);
  expect(latch.fail(second)).toBe(first);
  for (const each of waiting) await expect(each).rejects.toBe(first);
  expect(await within).toBe(first);
  await expect(latch.race(Promise.resolve(7))).rejects.toBe(first);
  expect(await latch.failureWithin(60_000)).toBe(first);
  expect(() => latch.check()).toThrow(first);
});

it('knows of no failure where none comes in time', async () => {
  const latch = new FailureLatch();
  expect(await latch.failureWithin(1)).toBeNull();
  expect(() => latch.check()).not.toThrow();
});

it('does not keep the results that it has delivered', async () => {
  const latch = new FailureLatch();
  const delivered = async (): Promise<WeakRef<Float32Array>> =>
    new WeakRef(await latch.race(Promise.resolve(new Float32Array(1_000))));
  const results = [await delivered(), await delivered()];
  // What a weak reference was made of, or asked for, lives on until the end of its turn.
  await setImmediate();
  collectGarbage();
  expect(results.map((result) => result.deref())).toEqual([undefined, undefined]);
  latch.check();
});

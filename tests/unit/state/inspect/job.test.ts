import { expect, test } from 'vitest';
import { createJob } from '../../../../src/state/inspect/questions/job.ts';

/** Settles when the job is in no phase of work any more. */
function ended(job: ReturnType<typeof createJob<number>>): Promise<void> {
  return new Promise((resolve) => {
    const stop = job.store.subscribe(({ phase }) => {
      if (phase === 'running') return;
      stop();
      resolve();
    });
  });
}

test('work tells how far it is, and ends with its answer', async () => {
  const job = createJob<number>();
  const end = ended(job);
  job.start(10, async ({ count, publish }) => {
    count(4);
    publish(() => 1);
    expect(job.store.getState()).toMatchObject({ phase: 'running', done: 4, total: 10, result: 1 });
    expect(job.store.getState().secondsLeft).toBeGreaterThanOrEqual(0);
    return 2;
  });
  await end;
  expect(job.store.getState()).toMatchObject({ phase: 'done', done: 10, result: 2, error: null });
});

test('work that is cancelled keeps what was found, and says no more', async () => {
  const job = createJob<number>();
  let goOn: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let wasWanted = true;
  const done = new Promise<void>((resolve) => {
    job.start(10, async ({ count, publish, isWanted }) => {
      count(1);
      publish(() => 1);
      await gate;
      wasWanted = isWanted();
      resolve();
      return 2;
    });
  });
  job.cancel();
  goOn();
  await done;
  expect(wasWanted).toBe(false);
  expect(job.store.getState()).toMatchObject({ phase: 'cancelled', done: 1, result: 1 });
});

test('work that fails says why and keeps what was found', async () => {
  const job = createJob<number>();
  const end = ended(job);
  job.start(10, async ({ count, publish }) => {
    count(1);
    publish(() => 1);
    throw new RangeError('no such place');
  });
  await end;
  expect(job.store.getState()).toMatchObject({
    phase: 'failed',
    result: 1,
    error: { kind: 'internal', message: 'no such place' },
  });
});

import { expect, test } from 'vitest';
import { startSweep } from '../../src/run/sweep.ts';
import type { SweepRun, SweepSnapshot } from '../../src/run/sweep-types.ts';
import { openBrowserLane } from '../../src/workers/open-browser-lane.ts';
import { predictionsOf, tinySweep } from '../support/lanes/tiny-sweep.ts';

const start = (lanes: number): SweepRun =>
  startSweep(
    tinySweep(openBrowserLane, [{ backend: 'wasm', lanes }], { chunk: 4, snapshotEvery: 0 }),
  );

/** The first snapshot that fits. */
function firstSnapshot(
  run: SweepRun,
  fits: (snapshot: SweepSnapshot) => boolean,
): Promise<SweepSnapshot> {
  return new Promise((resolve) => {
    const stop = run.subscribe((snapshot) => {
      if (!fits(snapshot)) return;
      stop();
      resolve(snapshot);
    });
  });
}

test('one lane, two lanes and a pause give the same numbers', async () => {
  const alone = predictionsOf(await start(1).done);
  const run = start(2);
  await firstSnapshot(run, ({ done }) => done >= 20);
  run.pause();
  const resting = await firstSnapshot(
    run,
    ({ phase, lanes }) => phase === 'paused' && lanes.every(({ state }) => state !== 'busy'),
  );
  expect(resting.done).toBeLessThan(resting.total);
  run.resume();
  expect(predictionsOf(await run.done)).toEqual(alone);
});

test('a cancelled run settles and ends its workers', async () => {
  const run = start(2);
  const locksOf = async () =>
    (await navigator.locks.query()).held?.filter(({ name }) => name?.startsWith('lane-')) ?? [];
  // Workers start in turn: the run waits for the second.
  await firstSnapshot(run, ({ done }) => done >= 20);
  run.pause();
  await firstSnapshot(run, ({ lanes }) => lanes.every(({ state }) => state !== 'opening'));
  expect((await locksOf()).length).toBe(2);
  run.resume();
  const outcome = await run.cancel();
  expect(outcome).toMatchObject({ phase: 'cancelled', result: { manifest: { complete: false } } });
  await Promise.all(
    (await locksOf()).map(({ name = '' }) => navigator.locks.request(name, () => {})),
  );
  expect(await locksOf()).toEqual([]);
});

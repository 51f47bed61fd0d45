import { expect, test } from 'vitest';
import { orderBackends } from '../../src/run/backend-order.ts';
import { adoptLane, openBrowserLane } from '../../src/workers/open-browser-lane.ts';

test('software adapters are recognised and rank below WASM', async () => {
  const lane = await openBrowserLane();
  const reports = await lane.api.probe();
  lane.terminate();
  expect(reports.map(({ backend, available, software }) => [backend, available, software])).toEqual(
    [
      ['webgpu', true, true],
      ['webgl', true, true],
      ['wasm', true, false],
      ['cpu', true, false],
    ],
  );
  expect(orderBackends(reports).map(({ backend }) => backend)).toEqual([
    'wasm',
    'webgl',
    'webgpu',
    'cpu',
  ]);
});

test.each(['webgpu', 'webgl', 'wasm', 'cpu'] as const)(
  'a lane starts on %s when told to, and says what computes',
  async (backend) => {
    const lane = await openBrowserLane();
    const started = await lane.api.start({ backend });
    lane.terminate();
    expect(started).toMatchObject({ ok: true, value: { backend } });
    expect(started.ok && started.value.detail).not.toBe('');
  },
);

test('a lane whose script does not load is refused', async () => {
  const worker = new Worker('/no-such-lane.js', { type: 'module' });
  await expect(adoptLane(worker)).rejects.toThrow('the lane cannot be started');
});

test('a lane holds a lock while it lives, and its end is noticed when it is terminated', async () => {
  const lane = await openBrowserLane();
  const started = await lane.api.start({ backend: 'cpu' });
  const name = started.ok ? started.value.aliveLock : null;
  const held = async () => (await navigator.locks.query()).held?.map((lock) => lock.name);
  expect(await held()).toContain(name);
  lane.terminate();
  expect(await lane.ended).toBe('the worker is gone');
  expect(await held()).not.toContain(name);
});

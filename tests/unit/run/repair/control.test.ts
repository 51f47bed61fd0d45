import { describe, expect, test } from 'vitest';
import type { LaneHandle } from '../../../../src/run/lane-handle.ts';
import { startRepair } from '../../../../src/run/repair/repair.ts';
import type { RepairRun, RepairSnapshot } from '../../../../src/run/repair/repair-types.ts';
import { openNodeLane } from '../../../../src/workers/open-node-lane.ts';
import { roadsideImages } from '../../../../src/images/roadside-set.ts';
import { tinyRepair, tinyRepairSpec } from '../../../support/lanes/tiny-repair.ts';

/** Settles with the first snapshot that meets a condition. */
function when(
  run: RepairRun,
  meets: (snapshot: RepairSnapshot) => boolean,
): Promise<RepairSnapshot> {
  return new Promise((resolve) => {
    const stop = run.subscribe((snapshot) => {
      if (!meets(snapshot)) return;
      stop();
      resolve(snapshot);
    });
  });
}

const often = { snapshotEvery: 0 };
const oneLane = { backends: [{ backend: 'wasm', lanes: 1 }] } as const;

describe('a repair under way', () => {
  test('shows losses, accuracy and the time left before it is over', async () => {
    const run = startRepair(tinyRepair(openNodeLane, { epochs: 6 }, often));
    const snapshots: RepairSnapshot[] = [];
    run.subscribe((snapshot) => snapshots.push(snapshot));
    await run.done;
    const training = snapshots.filter(({ phase }) => phase === 'training');
    expect(training.some(({ secondsLeft }) => secondsLeft !== null)).toBe(true);
    const epochs = training.map(({ models }) => models[0]?.epochs.length ?? 0);
    expect(new Set(epochs).size).toBeGreaterThan(3);
    const shares = snapshots.map(({ progress }) => progress);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    const last = snapshots.at(-1);
    expect(last).toMatchObject({ phase: 'done', progress: 1, secondsLeft: 0, error: null });
    expect(last?.models.map(({ state }) => state)).toEqual(['trained', 'trained']);
    const stages = new Set(snapshots.map(({ evaluation }) => evaluation?.stage));
    expect(stages).toEqual(new Set([undefined, 'held-out', 'trained-on', 'attacks', 'distances']));
  });

  test('takes no steps while it is paused, and ends with the same models', async () => {
    const options = tinyRepair(
      openNodeLane,
      { epochs: 12, epsilons: [] },
      { ...often, ...oneLane },
    );
    const run = startRepair(options);
    await when(run, ({ models }) => (models[0]?.epochs.length ?? 0) > 0);
    run.pause();
    // The same repair comes to its end in the meantime.
    const other = await startRepair(options).done;
    const { phase, models } = run.snapshot();
    expect(phase).toBe('paused');
    expect(models[1]?.state).toBe('waiting');
    run.resume();
    const outcome = await run.done;
    expect(outcome.phase).toBe('done');
    expect(outcome.models.map(({ hash }) => hash)).toEqual(other.models.map(({ hash }) => hash));
  });

  test('keeps the best weights so far when it is cancelled', async () => {
    const run = startRepair(tinyRepair(openNodeLane, { epochs: 10_000 }, { ...often, ...oneLane }));
    await when(run, ({ models }) => (models[0]?.epochs.length ?? 0) >= 2);
    const { phase, models, result } = await run.cancel();
    expect(phase).toBe('cancelled');
    expect(run.snapshot().progress).toBeLessThan(0.5);
    expect(models.map(({ id }) => id)).toEqual(['tiny-repaired-4']);
    expect(models[0]?.files.data.weights.byteLength).toBeGreaterThan(1000);
    expect(result?.manifest.complete).toBe(false);
    expect(result?.repaired[0]?.taken).toBe(models[0]?.epoch);
    expect(result).toMatchObject({ heldOut: null, attacks: null });
  });

  test('has nothing to keep when it is cancelled at once', async () => {
    const outcome = await startRepair(tinyRepair(openNodeLane)).cancel();
    expect(outcome).toMatchObject({ phase: 'cancelled', result: null, models: [] });
  });

  test('begins a training again on a new lane when its lane dies', async () => {
    const opened: LaneHandle[] = [];
    const openLane = async () => {
      const handle = await openNodeLane();
      opened.push(handle);
      return handle;
    };
    const options = tinyRepair(
      openNodeLane,
      { epochs: 12, epsilons: [], counts: [4] },
      { ...often, ...oneLane },
    );
    const plain = await startRepair(options).done;
    const run = startRepair({ ...options, openLane });
    await when(run, ({ models }) => (models[0]?.epochs.length ?? 0) > 2);
    opened[0]?.terminate();
    const { phase, models } = await run.done;
    expect(phase).toBe('done');
    expect(run.snapshot().recoveries).toMatchObject([
      {
        error: { kind: 'lane-crashed' },
        action: expect.stringContaining('began training tiny-repaired-4 again'),
      },
    ]);
    expect(models.map(({ hash }) => hash)).toEqual(plain.models.map(({ hash }) => hash));
  });
});

describe('a repair that cannot work', () => {
  const failure = async (change: Partial<Parameters<typeof startRepair>[0]>) => {
    const { phase, error } = await startRepair({ ...tinyRepair(openNodeLane), ...change }).done;
    expect(phase).toBe('failed');
    return error;
  };

  test('refuses to judge by images that it trains on', async () => {
    expect(await failure({ test: roadsideImages('train', 5) })).toMatchObject({
      kind: 'spec-invalid',
      subject: 'images',
    });
    expect(await failure({ validation: roadsideImages('test', 5) })).toMatchObject({
      subject: 'repair.validation',
    });
  });

  test('names a missing backend', async () => {
    expect(await failure({ backends: [] })).toMatchObject({ kind: 'no-backend' });
  });

  test.each([
    [{ model: 'other' }, 'repair.model'],
    [{ counts: [4, 8, 4] }, 'repair.counts[2]'],
    [{ arm: 'noise' }, 'repair.counts'],
    [{ epochs: 0 }, 'repair.epochs'],
    [{ speed: 3 }, 'repair.speed'],
  ])('refuses %o', (repair, field) => {
    expect(() => tinyRepairSpec(repair)).toThrow(
      new RegExp(`^${field.replace(/[[\]]/g, '\\$&')}: `),
    );
  });

  test('asks where training images come from when the test images are files', () => {
    const images = { source: 'folder', path: 'images' };
    expect(() => tinyRepairSpec({}, { images })).toThrow('repair.train: say where');
  });
});

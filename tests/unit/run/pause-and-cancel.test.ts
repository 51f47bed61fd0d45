import { describe, expect, it } from 'vitest';
import { resultSchema } from '../../../src/protocol/result.ts';
import { startSweep } from '../../../src/run/sweep.ts';
import type { SweepOptions } from '../../../src/run/sweep-types.ts';
import { experiment } from '../../support/arithmetic-lane/experiment.ts';
import { localYard, threadYard } from '../../support/arithmetic-lane/open.ts';
import { csvOf, finish, firstSnapshot } from '../../support/arithmetic-lane/outcomes.ts';

/** Small units and every snapshot, so that a run can be met half-way. */
const watched: Partial<SweepOptions> = { chunk: 5, snapshotEvery: 0 };

describe('a sweep that is paused', () => {
  it('finishes what is under way, hands out nothing, and ends like one without a pause', async () => {
    const reference = csvOf(await finish(experiment(localYard())));
    const run = startSweep(experiment(threadYard(), {}, watched));
    await firstSnapshot(run, ({ done }) => done >= 200);
    run.pause();
    const resting = await firstSnapshot(
      run,
      ({ phase, lanes }) => phase === 'paused' && lanes.every(({ state }) => state !== 'busy'),
    );
    expect(resting.done).toBeGreaterThanOrEqual(200);
    expect(resting.done).toBeLessThan(resting.total);
    run.resume();
    const outcome = await run.done;
    expect(outcome.phase).toBe('done');
    expect(csvOf(outcome)).toBe(reference);
    expect(run.snapshot()).toMatchObject({ phase: 'done', done: run.snapshot().total });
  });

  it('may be paused before the models are loaded', async () => {
    const run = startSweep(experiment(localYard()));
    run.pause();
    const resting = await firstSnapshot(run, ({ phase }) => phase === 'paused');
    expect(resting.done).toBe(0);
    run.resume();
    expect((await run.done).phase).toBe('done');
  });
});

describe('a sweep that is cancelled', () => {
  it('settles, ends the lanes and keeps what is done as a valid result', async () => {
    const yard = threadYard();
    const run = startSweep(experiment(yard, {}, watched));
    await firstSnapshot(run, ({ done }) => done >= 300);
    const outcome = await run.cancel();
    expect(outcome.phase).toBe('cancelled');
    expect(await run.done).toBe(outcome);
    const { result } = outcome;
    expect(resultSchema.parse(result)).toMatchObject({ manifest: { complete: false } });
    const rows = csvOf(outcome).trim().split('\n').length - 1;
    expect(rows).toBeGreaterThanOrEqual(300);
    expect(rows).toBe(run.snapshot().done);
    const reference = new Set(csvOf(await finish(experiment(localYard()))).split('\n'));
    for (const line of csvOf(outcome).split('\n')) expect(reference).toContain(line);
  });

  it('has no result when nothing was loaded yet', async () => {
    const yard = localYard();
    const run = startSweep(experiment(yard));
    expect(await run.cancel()).toEqual({ phase: 'cancelled', result: null, record: null });
    expect(run.checkpoint()).toBeNull();
  });

  it('ends lanes that were still being opened', async () => {
    const yard = threadYard([{ what: 'hang', at: 'loadModel', times: 9 }]);
    const run = startSweep(experiment(yard));
    await firstSnapshot(run, ({ lanes }) => lanes.some(({ doing }) => doing.startsWith('loading')));
    expect((await run.cancel()).phase).toBe('cancelled');
    expect(run.snapshot().lanes).toEqual([]);
  });

  it('can be taken up again from its checkpoint and ends like one without a break', async () => {
    const reference = csvOf(await finish(experiment(localYard(), { draws: 2 })));
    const run = startSweep(experiment(localYard(), { draws: 2 }, watched));
    await firstSnapshot(run, ({ done }) => done >= 300);
    await run.cancel();
    const checkpoint = run.checkpoint();
    if (!checkpoint) throw new Error('no checkpoint');
    const second = startSweep(experiment(localYard(), { draws: 2 }, { ...watched, checkpoint }));
    const start = await firstSnapshot(second, ({ phase }) => phase === 'running');
    expect(start.done).toBeGreaterThanOrEqual(300);
    expect(csvOf(await second.done)).toBe(reference);
  });

  it('counts the time, the lanes and the backends of both parts', async () => {
    const lanes = (count: number) => ({ backends: [{ backend: 'cpu' as const, lanes: count }] });
    const run = startSweep(experiment(threadYard(), {}, { ...watched, ...lanes(2) }));
    await firstSnapshot(run, ({ done }) => done >= 300);
    const { result: first } = await run.cancel();
    const checkpoint = run.checkpoint();
    if (!checkpoint) throw new Error('no checkpoint');
    const outcome = await finish(
      experiment(threadYard(), {}, { ...watched, ...lanes(1), checkpoint }),
    );
    const {
      start,
      seconds,
      lanes: most,
      backend,
      imagesPerSecond,
    } = outcome.result?.manifest ?? {};
    expect({ start, most, backend }).toEqual({
      start: first?.manifest.start,
      most: first?.manifest.lanes,
      backend: 'cpu',
    });
    expect(seconds).toBeGreaterThan(first?.manifest.seconds ?? Number.NaN);
    const all = csvOf(outcome).trim().split('\n').length - 1;
    expect((imagesPerSecond ?? 0) * (seconds ?? 0)).toBeCloseTo(all, 6);
  });

  it('refuses the checkpoint of another experiment', async () => {
    const run = startSweep(experiment(localYard(), {}, watched));
    await firstSnapshot(run, ({ done }) => done > 0);
    await run.cancel();
    const checkpoint = run.checkpoint();
    if (!checkpoint) throw new Error('no checkpoint');
    const outcome = await startSweep(experiment(localYard(), { seed: 8 }, { checkpoint })).done;
    if (outcome.phase !== 'failed') throw new Error(`ended as ${outcome.phase}`);
    expect(outcome.error.message).toBe(
      'checkpoint: it was made with another spec; start the run anew',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { startSweep } from '../../../src/run/sweep.ts';
import type { SweepOptions, SweepSnapshot } from '../../../src/run/sweep-types.ts';
import { experiment } from '../../support/arithmetic-lane/experiment.ts';
import { localYard } from '../../support/arithmetic-lane/open.ts';

async function watch(options: SweepOptions) {
  const run = startSweep(options);
  const snapshots: SweepSnapshot[] = [];
  run.subscribe((snapshot) => snapshots.push(snapshot));
  const outcome = await run.done;
  return { outcome, snapshots, last: run.snapshot() };
}

const everything = { snapshotEvery: 0, chunk: 4 };

describe('the snapshots of a sweep', () => {
  it('tell opening, running and done apart, in this order', async () => {
    const { snapshots } = await watch(experiment(localYard(), {}, everything));
    expect([...new Set(snapshots.map(({ phase }) => phase))]).toEqual([
      'opening',
      'running',
      'done',
    ]);
  });

  it('never count backwards, and end with all that there was to do', async () => {
    const { snapshots, last, outcome } = await watch(experiment(localYard(), {}, everything));
    for (const [index, { done }] of snapshots.entries()) {
      expect(done).toBeGreaterThanOrEqual(snapshots[index - 1]?.done ?? 0);
    }
    expect(last.done).toBe(last.total);
    expect(last.totalIsEstimate).toBe(false);
    const eligible = outcome.result?.eligible['calm'] ?? Number.NaN;
    expect(last.total).toBe(3 * 40 + 3 * 12 * eligible);
  });

  it('promise the cost of every image at first, and learn from those that are not eligible', async () => {
    const { snapshots, last } = await watch(experiment(localYard(), {}, everything));
    const running = snapshots.filter(({ phase }) => phase === 'running');
    expect(running[0]).toMatchObject({ total: 3 * 40 * 13, totalIsEstimate: true, done: 0 });
    const late = running.find(({ clean }) => clean.every(({ images }) => images > 30));
    expect(Math.abs((late?.total ?? 0) - last.total)).toBeLessThan(0.3 * last.total);
  });

  it('show the time left as soon as one unit has been measured', async () => {
    const { snapshots } = await watch(experiment(localYard(), {}, everything));
    for (const { phase, done, secondsLeft, imagesPerSecond } of snapshots) {
      if (phase !== 'running') continue;
      expect(secondsLeft !== null).toBe(done > 0);
      expect(imagesPerSecond !== null).toBe(done > 0);
    }
  });

  it('grow every cell together, and end at the numbers of the result', async () => {
    const { snapshots, last, outcome } = await watch(
      experiment(localYard(), { draws: 2 }, everything),
    );
    const halfWay = snapshots.find(({ done, total }) => done > total / 2);
    for (const { classified } of halfWay?.tallies ?? []) expect(classified).toBeGreaterThan(0);
    for (const [index, tally] of last.tallies.entries()) {
      const cell = outcome.result?.cells[index];
      expect(tally).toMatchObject({
        model: cell?.model,
        count: cell?.count,
        value: cell?.value,
        region: cell?.region,
        images: cell?.eligible,
        wrong: cell?.wrong,
        accuracy: expect.closeTo(cell?.accuracy ?? Number.NaN, 12),
        pi: expect.closeTo(cell?.pi ?? Number.NaN, 9),
      });
      expect(tally.interval?.[0]).toBeLessThanOrEqual(cell?.accuracy ?? Number.NaN);
    }
  });

  it('come no more often than asked, and the last one always comes', async () => {
    let time = 0;
    const options = { snapshotEvery: 1000, now: () => (time += 1) };
    const { snapshots } = await watch(experiment(localYard(), {}, { ...everything, ...options }));
    const times = snapshots.map(({ secondsElapsed }) => secondsElapsed);
    const close = times.filter((at, index) => at - (times[index - 1] ?? -1) < 0.9);
    // Only a change of phase is told at once.
    expect(close.length).toBeLessThanOrEqual(3);
    expect(snapshots.at(-1)?.phase).toBe('done');
  });
});

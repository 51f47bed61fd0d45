import { describe, expect, it } from 'vitest';
import { startSweep } from '../../../src/run/sweep.ts';
import type { SweepOptions } from '../../../src/run/sweep-types.ts';
import { experiment } from '../../support/arithmetic-lane/experiment.ts';
import { localYard, threadYard, type PlannedFault } from '../../support/arithmetic-lane/open.ts';
import { csvOf, finish } from '../../support/arithmetic-lane/outcomes.ts';

const reference = finish(experiment(localYard())).then(csvOf);

async function runWith(faults: readonly PlannedFault[], options: Partial<SweepOptions> = {}) {
  // Only a thread of its own can die without an answer.
  const dies = faults.some(({ what }) => what === 'exit');
  const yard = dies ? threadYard(faults) : localYard(faults);
  const run = startSweep(experiment(yard, {}, { chunk: 16, ...options }));
  return { outcome: await run.done, snapshot: run.snapshot(), yard };
}

async function failureOf(faults: readonly PlannedFault[], options: Partial<SweepOptions> = {}) {
  const { outcome, yard } = await runWith(faults, options);
  if (outcome.phase !== 'failed') throw new Error(`ended as ${outcome.phase}`);
  return { ...outcome, yard };
}

describe('when a lane dies', () => {
  it('another one redoes its work, with the same result', async () => {
    const { outcome, snapshot, yard } = await runWith([
      { what: 'exit', changed: true, times: 1 },
      { what: 'exit', changed: false, image: 20, times: 1 },
    ]);
    expect(csvOf(outcome)).toBe(await reference);
    expect(yard.counts.opened).toBe(4);
    expect(snapshot.recoveries.map(({ error }) => error.kind)).toEqual([
      'lane-crashed',
      'lane-crashed',
    ]);
  });

  it('a lane that stops answering counts as dead', async () => {
    const yard = localYard([{ what: 'hang', changed: true, times: 1 }]);
    const run = startSweep(experiment(yard, {}, { chunk: 16, stallAfter: 3000 }));
    expect(csvOf(await run.done)).toBe(await reference);
    expect(run.snapshot().recoveries[0]?.error.message).toBe('a lane stopped: no answer for 3 s');
    expect(yard.counts).toEqual({ opened: 3, alive: 0 });
  });

  it('the run fails over a unit that takes two lanes down, and keeps the rest', async () => {
    // One lane at a time: the last image comes after all that is kept.
    const { error, result } = await failureOf([{ what: 'exit', image: 39, times: 9 }], {
      backends: [{ backend: 'cpu', lanes: 1 }],
    });
    expect(error.kind).toBe('lane-crashed');
    expect(error.message).toMatch(/^(calm|fair|wild) on .* unchanged took 2 lanes down/);
    expect(result?.manifest.complete).toBe(false);
    expect(result?.cells.some(({ eligible }) => eligible > 0)).toBe(true);
  });

  it('the run fails when lanes die while they load', async () => {
    const { error, result, yard } = await failureOf([{ what: 'exit', at: 'loadModel', times: 9 }]);
    expect(error.kind).toBe('lane-crashed');
    expect(result).toBeNull();
    expect(yard.counts.opened).toBeLessThanOrEqual(4);
  });
});

describe('when a device is lost', () => {
  const backends: SweepOptions['backends'] = [
    { backend: 'webgl', lanes: 1 },
    { backend: 'wasm', lanes: 2 },
  ];

  it('the run goes on with the next backend and says so', async () => {
    const { outcome, yard } = await runWith(
      [{ what: 'device-lost', backend: 'webgl', changed: true, times: 1 }],
      { backends },
    );
    expect(csvOf(outcome)).toBe(await reference);
    expect(outcome.result?.manifest.backend).toBe('webgl → wasm');
    expect(yard.counts.opened).toBe(3);
  });

  it('a backend that does not start is passed over', async () => {
    const { outcome } = await runWith(
      [{ what: 'no-backend', backend: 'webgl', at: 'start', times: 9 }],
      { backends },
    );
    expect(outcome.result?.manifest).toMatchObject({ backend: 'wasm', complete: true });
  });

  it('the run fails when no backend starts', async () => {
    const { error } = await failureOf([{ what: 'no-backend', at: 'start', times: 9 }], {
      backends,
    });
    expect(error.kind).toBe('no-backend');
  });

  it('the run fails at once where there is no backend at all', async () => {
    const { error, result, yard } = await failureOf([], { backends: [] });
    expect(error.kind).toBe('no-backend');
    expect(result).toBeNull();
    expect(yard.counts.opened).toBe(0);
  });
});

describe('when memory runs out', () => {
  it('units are halved until they fit, with the same result', async () => {
    const { outcome, snapshot } = await runWith([{ what: 'out-of-memory', above: 2, times: 99 }]);
    expect(csvOf(outcome)).toBe(await reference);
    expect(snapshot.recoveries[0]?.action).toMatch(/in halves$/);
  });

  it('fewer lanes are used when a further one cannot load the models', async () => {
    const { outcome, snapshot } = await runWith(
      [{ what: 'out-of-memory', at: 'loadModel', times: 1 }],
      {
        backends: [
          { backend: 'wasm', lanes: 2 },
          { backend: 'cpu', lanes: 1 },
        ],
      },
    );
    expect(csvOf(outcome)).toBe(await reference);
    expect(snapshot.recoveries).toHaveLength(1);
  });

  it('an image that gives no finite logits even alone on a new lane fails the run by name', async () => {
    const { error } = await failureOf([{ what: 'non-finite', image: 5, times: 99 }]);
    expect(error.kind).toBe('non-finite');
    expect(error.message).toMatch(
      new RegExp(`^${error.subject} on image 1005 unchanged failed alone on a new lane`),
    );
  });

  it('an image whose logits were spoilt once is redone on a new lane', async () => {
    const { outcome } = await runWith([{ what: 'non-finite', image: 5, times: 3 }]);
    expect(csvOf(outcome)).toBe(await reference);
  });
});

describe('when a file is at fault', () => {
  it.each([
    ['model-corrupt', 'loadModel'],
    ['model-shape', 'loadModel'],
    ['image-corrupt', 'classify'],
  ] as const)('%s ends the run at once', async (what, at) => {
    const { error, yard } = await failureOf([{ what, at, times: 9 }], {
      backends: [{ backend: 'cpu', lanes: 1 }],
    });
    expect(error.kind).toBe(what);
    expect(yard.counts.opened).toBe(1);
  });
});

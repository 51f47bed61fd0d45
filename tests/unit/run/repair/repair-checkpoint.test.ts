import { beforeAll, describe, expect, test } from 'vitest';
import type { RepairResult } from '../../../../src/protocol/repair-result.ts';
import { imagesCsv } from '../../../../src/run/export/images-csv.ts';
import { startRepair } from '../../../../src/run/repair/repair.ts';
import type {
  RepairCheckpoint,
  RepairOptions,
  RepairOutcome,
  RepairSnapshot,
} from '../../../../src/run/repair/repair-types.ts';
import { patchedWeights, weightsPatch } from '../../../../src/run/repair/weights-patch.ts';
import { repairCheckpointSchema } from '../../../../src/state/archive/file/repair-schema.ts';
import { openNodeLane } from '../../../../src/workers/open-node-lane.ts';
import { firstSnapshot } from '../../../support/arithmetic-lane/outcomes.ts';
import { tinyRepair } from '../../../support/lanes/tiny-repair.ts';

/** One lane, so that what is done comes in one order, and every snapshot. */
const options = (
  checkpoint?: RepairCheckpoint,
  repair: Readonly<Record<string, unknown>> = {},
): RepairOptions =>
  tinyRepair(
    openNodeLane,
    { attackImages: 24, distanceImages: 24, ...repair },
    {
      backends: [{ backend: 'wasm', lanes: 1 }],
      snapshotEvery: 0,
      ...(checkpoint && { checkpoint }),
    },
  );

function done(outcome: RepairOutcome): RepairResult {
  const { phase, result, error } = outcome;
  if (phase === 'done' && result !== null) return result;
  throw new Error(`ended as ${phase}: ${error?.message ?? ''}`);
}

/** Cancels a repair as soon as a snapshot meets a condition. */
async function brokenOff(
  when: (snapshot: RepairSnapshot) => boolean,
): Promise<RepairCheckpoint | null> {
  const run = startRepair(options());
  await firstSnapshot(run, when);
  const { phase } = await run.cancel();
  expect(phase).toBe('cancelled');
  return structuredClone(run.checkpoint());
}

/** What must not depend on a break: all but times. */
function lasting({ manifest, repaired, ...result }: RepairResult) {
  return {
    ...result,
    modelHashes: manifest.modelHashes,
    repaired: repaired.map((row) => ({ ...row, seconds: null })),
  };
}

/** Every classification behind a table. */
function csvOf({ records }: RepairOutcome, name: 'heldOut' | 'trainedOn'): string {
  const record = records[name];
  if (record === null) throw new Error(`${name} was not reached`);
  return [...imagesCsv(record)].join('');
}

/** A repair without a break, and what one left that was broken off in its second training. */
let whole: RepairOutcome;
let early: RepairCheckpoint;

beforeAll(async () => {
  whole = await startRepair(options()).done;
  const checkpoint = await brokenOff(({ models }) => (models[1]?.epochs.length ?? 0) === 2);
  if (checkpoint === null) throw new Error('no checkpoint');
  early = checkpoint;
});

type Stage = NonNullable<RepairSnapshot['evaluation']>['stage'];

/** Goes on from a checkpoint, and breaks off again as soon as a stage has got so far. */
async function goOn(checkpoint: RepairCheckpoint, stage: Stage, least: number) {
  const run = startRepair(options(checkpoint));
  const begun: RepairSnapshot[] = [];
  run.subscribe((snapshot) => {
    if (snapshot.evaluation?.total && begun.length === 0) begun.push(snapshot);
  });
  await firstSnapshot(
    run,
    ({ evaluation }) => evaluation?.stage === stage && evaluation.done > least,
  );
  await run.cancel();
  const next = run.checkpoint();
  if (next === null) throw new Error('no checkpoint');
  return { next: structuredClone(next), begun: begun[0]?.evaluation ?? null };
}

describe('the checkpoint of a repair', () => {
  test('is null before a first training has come to its end', async () => {
    expect(await brokenOff(({ models }) => (models[0]?.epochs.length ?? 0) === 2)).toBeNull();
  });

  test('keeps trainings that came to their end; the one under way begins anew', async () => {
    expect(early.trainings.map(({ id }) => id)).toEqual(['tiny-repaired-4']);
    expect(early.evaluation).toBeNull();
    const second = startRepair(options(early));
    const start = await firstSnapshot(second, ({ phase }) => phase === 'training');
    expect(start.models.map(({ state }) => state)).toEqual(['trained', 'preparing']);
    await second.cancel();
  });

  test('lets a repair that is broken off at every stage end like one without a break', async () => {
    // As a file of runs brings it into another browser.
    const filed = repairCheckpointSchema.parse(early) as RepairCheckpoint;
    const held = await goOn(filed, 'held-out', 30);
    const trained = await goOn(held.next, 'trained-on', 30);
    expect(held.next.evaluation?.sweep).not.toBeNull();
    expect(trained.begun?.stage).toBe('held-out');
    const attacks = await goOn(trained.next, 'attacks', 40);
    expect(attacks.begun?.stage).toBe('trained-on');
    const distances = await goOn(attacks.next, 'distances', 24);
    expect(distances.begun?.stage).toBe('attacks');
    expect(distances.begun?.done).toBeGreaterThan(40);
    const run = startRepair(options(distances.next));
    const phases = new Set<string>();
    run.subscribe(({ phase }) => phases.add(phase));
    const outcome = await run.done;
    expect(phases).not.toContain('training');
    const result = done(outcome);
    expect(lasting(result)).toEqual(lasting(done(whole)));
    expect(outcome.models).toEqual(whole.models);
    for (const name of ['heldOut', 'trainedOn'] as const) {
      expect(csvOf(outcome, name)).toBe(csvOf(whole, name));
      expect(csvOf(outcome, name).split('\n').length).toBeGreaterThan(100);
    }
    expect(result.repaired[0]?.seconds).toBe(early.trainings[0]?.seconds);
    expect(result.manifest.start).toBe(early.ran.start);
    expect(result.manifest.seconds).toBeGreaterThan(distances.next.ran.seconds);
  });

  test('is refused where it was made with something else', async () => {
    const checkpoint = early;
    const refusal = async (other: RepairOptions) => (await startRepair(other).done).error?.message;
    const says = (what: string) => `checkpoint: it was made with ${what}; start the run anew`;
    const mine = options(checkpoint);
    expect(await refusal(options(checkpoint, { epochs: 5 }))).toBe(says('another spec'));
    const { test: images, train, validation, model } = mine;
    const hash = 'another';
    expect(await refusal({ ...mine, test: { ...images, hash } })).toBe(says('other images'));
    expect(await refusal({ ...mine, model: { ...model, hash } })).toBe(says('other models'));
    expect(await refusal({ ...mine, train: { ...train, hash } })).toBe(
      says('other training images'),
    );
    expect(await refusal({ ...mine, validation: { ...validation, hash } })).toBe(
      says('other validation images'),
    );
  });

  test('holds of a last layer no more than that layer', () => {
    const [training] = early.trainings;
    const { length = 0, bytes } = training?.files.patch ?? {};
    const layer = 4 * (8 * 8 * 24 + 1) * 12;
    expect(length).toBe(early.original.weights.byteLength);
    expect(bytes?.length).toBeGreaterThan(layer / 2);
    expect(bytes?.length).toBeLessThanOrEqual(layer);
    expect(length).toBeGreaterThan(layer);
  });
});

describe('a patch of weights', () => {
  const bytes = (...values: number[]) => Uint8Array.from(values).buffer;

  test.each([
    ['in the middle', bytes(1, 2, 3, 4, 5), bytes(1, 9, 3, 8, 5), 3],
    ['nowhere', bytes(1, 2, 3), bytes(1, 2, 3), 0],
    ['everywhere', bytes(1, 2, 3), bytes(4, 5, 6), 3],
    ['in length', bytes(1, 2, 3), bytes(1, 2), 2],
    ['from nothing', bytes(), bytes(7, 8), 2],
  ])('brings back weights that differ %s', (_, original, weights, size) => {
    const patch = weightsPatch(original, weights);
    expect(patch.bytes).toHaveLength(size);
    expect(new Uint8Array(patchedWeights(original, patch))).toEqual(new Uint8Array(weights));
  });
});

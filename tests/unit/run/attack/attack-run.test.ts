import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { clopperPearson } from '../../../../src/core/clopper-pearson.ts';
import { attackResultSchema } from '../../../../src/protocol/attack-result.ts';
import { startAttackRun } from '../../../../src/run/attack/attack-run.ts';
import type { AttackSnapshot } from '../../../../src/run/attack/attack-types.ts';
import {
  attackCsvOf,
  attackExperiment,
  finishAttack,
} from '../../../support/arithmetic-lane/attack-experiment.ts';
import { IMAGES } from '../../../support/arithmetic-lane/experiment.ts';
import { localYard, threadYard } from '../../../support/arithmetic-lane/open.ts';
import { firstSnapshot } from '../../../support/arithmetic-lane/outcomes.ts';

const row = z.object({
  image: z.string(),
  label: z.string(),
  model: z.string(),
  count: z.coerce.number(),
  value: z.string(),
  predicted: z.string(),
  picture: z.enum(['unchanged', 'adversarial']),
  epsilon: z.string(),
});
const rowsOf = (csv: string) => z.array(row).parse(parse(csv, { columns: true }));

const reference = finishAttack(attackExperiment(localYard())).then(attackCsvOf);

/** Position of an image that every model classifies correctly, so that it is attacked. */
const eligibleImage = reference.then((csv) => {
  const first = rowsOf(csv).find(({ picture }) => picture === 'adversarial');
  return Number(first?.image) - 1000;
});

describe('the result of an attack', () => {
  it('counts examples and what becomes of them as its rows do', async () => {
    const outcome = await finishAttack(attackExperiment(localYard()));
    const result = attackResultSchema.parse(outcome.result);
    const rows = rowsOf(attackCsvOf(outcome));
    expect(result.attacks.map(({ model, epsilon }) => [model, epsilon])).toEqual(
      ['calm', 'fair', 'wild'].flatMap((model) => [4, 8, 16].map((epsilon) => [model, epsilon])),
    );
    const clean = rows.filter(({ picture }) => picture === 'unchanged');
    expect(clean).toHaveLength(3 * IMAGES);
    const wrongSomewhere = new Set(
      clean.filter(({ predicted, label }) => predicted !== label).map(({ image }) => image),
    );
    const eligible = IMAGES - wrongSomewhere.size;
    let seen = 0;
    for (const attack of result.attacks) {
      const own = rows.filter(
        ({ model, epsilon }) => model === attack.model && epsilon === String(attack.epsilon),
      );
      const attacked = own.filter(({ count }) => count === 0);
      const examples = attacked.filter(({ predicted, label }) => predicted !== label);
      expect(attack.eligible).toBe(eligible);
      expect(attacked).toHaveLength(eligible);
      expect(attack.examples).toEqual({
        count: examples.length,
        share: examples.length / eligible,
        interval: clopperPearson(examples.length, eligible),
      });
      const wrongClass = new Map(examples.map(({ image, predicted }) => [image, predicted]));
      for (const cell of result.cells) {
        if (cell.model !== attack.model || cell.epsilon !== attack.epsilon) continue;
        const value = cell.value === 'replace' ? 'replace' : `offset:${cell.value.offset}`;
        const ofCell = own.filter((each) => each.count === cell.count && each.value === value);
        expect(ofCell.map(({ image }) => image)).toEqual(examples.map(({ image }) => image));
        const restored = ofCell.filter(({ predicted, label }) => predicted === label).length;
        const still = ofCell.filter(({ image, predicted }) => predicted === wrongClass.get(image));
        expect(cell.examples).toBe(examples.length);
        expect(cell.restored.count).toBe(restored);
        expect(cell.stillAdversarial.count).toBe(still.length);
        expect(cell.otherWrong.count).toBe(examples.length - restored - still.length);
        if (examples.length > 0) {
          expect(cell.restored.interval).toEqual(clopperPearson(restored, examples.length));
        }
        seen += restored;
      }
    }
    expect(seen).toBeGreaterThan(0);
    expect(result.cells).toHaveLength(3 * 3 * 4);
  });

  it('has the pixel-index of the attack: success over share of pixels and range', async () => {
    const { result } = await finishAttack(attackExperiment(localYard()));
    for (const attack of result.attacks) {
      const r = (2 * (attack.epsilon ?? 0)) / 255;
      expect(attack.changedShare).toBe(1);
      expect(attack.pi).toBeCloseTo((attack.examples.share ?? Number.NaN) / r, 10);
      expect(attack.piInterval?.[1]).toBeCloseTo((attack.examples.interval?.[1] ?? 0) / r, 10);
      expect(attack.largestDelta).toBe(attack.epsilon);
      expect(attack.zeroGradients).toBeLessThan(0.2);
      expect(attack.zeroGradients).toBeGreaterThan(0);
    }
  });

  it('with several draws resamples images, and is never surer than they are', async () => {
    const { result } = await finishAttack(attackExperiment(localYard(), { draws: 5 }));
    for (const { examples, restored, stillAdversarial, otherWrong } of result.cells) {
      expect(restored.count + stillAdversarial.count + otherWrong.count).toBe(5 * examples);
      const { share, interval } = restored;
      if (share === null || interval === null) continue;
      expect(interval[0]).toBeLessThanOrEqual(share);
      expect(interval[1]).toBeGreaterThanOrEqual(share);
      expect(interval[1] - interval[0]).toBeGreaterThan(0);
    }
  });

  it('takes every model on its own images where eligibility is own', async () => {
    const { result } = await finishAttack(attackExperiment(localYard(), { eligibility: 'own' }));
    for (const { model, eligible } of result.attacks) {
      expect(eligible).toBe(result.clean[model]?.correct);
      expect(result.eligible[model]).toBe(eligible);
    }
    expect(new Set(result.attacks.map(({ eligible }) => eligible)).size).toBeGreaterThan(1);
  });
});

describe('an attack over lanes', () => {
  it.each([1, 7, 64])('gives the same rows in units of at most %i images', async (chunk) => {
    const options = attackExperiment(threadYard(), {}, { chunk });
    expect(attackCsvOf(await finishAttack(options))).toBe(await reference);
  });

  it('redoes the work of lanes that die, with the same rows', async () => {
    const yard = threadYard([
      { what: 'exit', at: 'classify', times: 1 },
      { what: 'exit', at: 'attack', image: await eligibleImage, times: 1 },
    ]);
    const run = startAttackRun(attackExperiment(yard, {}, { chunk: 8 }));
    expect(attackCsvOf(await run.done)).toBe(await reference);
    expect(run.snapshot().recoveries.map(({ error }) => error.kind)).toEqual([
      'lane-crashed',
      'lane-crashed',
    ]);
  });

  it('halves units that do not fit into memory', async () => {
    const yard = localYard([{ what: 'out-of-memory', at: 'attack', above: 2, times: 99 }]);
    const run = startAttackRun(attackExperiment(yard, {}, { chunk: 8 }));
    expect(attackCsvOf(await run.done)).toBe(await reference);
    expect(run.snapshot().recoveries[0]?.action).toMatch(
      /under attack with epsilon \d+ in halves$/,
    );
  });

  it('fails by name over an image whose loss is no number on any lane', async () => {
    const yard = localYard([
      { what: 'non-finite', at: 'attack', image: await eligibleImage, times: 99 },
    ]);
    const outcome = await startAttackRun(attackExperiment(yard)).done;
    if (outcome.phase !== 'failed') throw new Error(`ended as ${outcome.phase}`);
    expect(outcome.error.kind).toBe('non-finite');
    expect(outcome.error.message).toMatch(/on image 10\d\d under attack/);
    expect(outcome.result?.manifest.complete).toBe(false);
  });

  it('can be paused and resumed', async () => {
    const options = attackExperiment(threadYard(), {}, { chunk: 3, snapshotEvery: 0 });
    const run = startAttackRun(options);
    await firstSnapshot(run, ({ done }) => done >= 150);
    run.pause();
    const resting = await firstSnapshot(
      run,
      ({ phase, lanes }) => phase === 'paused' && lanes.every(({ state }) => state !== 'busy'),
    );
    expect(resting.done).toBeLessThan(resting.total);
    run.resume();
    expect(attackCsvOf(await run.done)).toBe(await reference);
  });

  it('keeps what is done when it is cancelled', async () => {
    const options = attackExperiment(threadYard(), {}, { chunk: 3, snapshotEvery: 0 });
    const run = startAttackRun(options);
    await firstSnapshot(run, ({ done }) => done >= 150);
    const outcome = await run.cancel();
    expect(outcome.phase).toBe('cancelled');
    expect(attackResultSchema.parse(outcome.result).manifest.complete).toBe(false);
    const all = new Set((await reference).split('\n'));
    for (const line of attackCsvOf(outcome).split('\n')) expect(all).toContain(line);
  });
});

describe('the snapshots of an attack', () => {
  it('grow to the numbers of the result', async () => {
    const run = startAttackRun(
      attackExperiment(localYard(), { draws: 2 }, { chunk: 4, snapshotEvery: 0 }),
    );
    const snapshots: AttackSnapshot[] = [];
    run.subscribe((snapshot) => snapshots.push(snapshot));
    const outcome = await run.done;
    const last = run.snapshot();
    for (const [index, { done }] of snapshots.entries()) {
      expect(done).toBeGreaterThanOrEqual(snapshots[index - 1]?.done ?? 0);
    }
    expect(last).toMatchObject({ phase: 'done', done: last.total, totalIsEstimate: false });
    for (const [index, tally] of last.tallies.entries()) {
      const attack = outcome.result?.attacks[index];
      expect(tally).toMatchObject({
        model: attack?.model,
        epsilon: attack?.epsilon,
        attacked: attack?.eligible,
        examples: attack?.examples.count,
        successRate: attack?.examples.share,
        interval: attack?.examples.interval,
      });
      const cells = outcome.result?.cells.filter(
        ({ model, epsilon }) => model === tally.model && epsilon === tally.epsilon,
      );
      expect(tally.cells.map(({ restored, otherWrong }) => [restored, otherWrong])).toEqual(
        cells?.map(({ restored, otherWrong }) => [restored.count, otherWrong.count]),
      );
    }
    expect(last.tallies).toHaveLength(9);
  });
});

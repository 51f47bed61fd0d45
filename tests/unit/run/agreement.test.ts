import { describe, expect, it } from 'vitest';
import { attackResultSchema } from '../../../src/protocol/attack-result.ts';
import { resultSchema } from '../../../src/protocol/result.ts';
import { startSweep } from '../../../src/run/sweep.ts';
import { attackTableOfLines, recomputeAttack } from '../../../tools/recompute/attack.mjs';
import { compareResults } from '../../../tools/recompute/compare.mjs';
import { recomputeSweep } from '../../../tools/recompute/sweep.mjs';
import { tableOfLines } from '../../../tools/recompute/table.mjs';
import {
  attackCsvOf,
  attackExperiment,
  finishAttack,
} from '../../support/arithmetic-lane/attack-experiment.ts';
import {
  arithmeticModel,
  experiment,
  IMAGES,
  unlabelled,
} from '../../support/arithmetic-lane/experiment.ts';
import { localYard } from '../../support/arithmetic-lane/open.ts';
import { csvOf, finish, firstSnapshot } from '../../support/arithmetic-lane/outcomes.ts';

const images = unlabelled.images();
const lines = (csv: string): string[] => csv.trimEnd().split('\n');

function sweep(spec: Parameters<typeof experiment>[1] = {}) {
  return experiment(localYard(), { ...unlabelled.spec, ...spec }, { images });
}

describe('a sweep over images without labels', () => {
  it('says agreement, states no clean accuracy and counts every image', async () => {
    const { result } = await finish(sweep());
    if (!result) throw new Error('no result');
    expect(resultSchema.parse(result)).toMatchObject({
      measure: 'agreement',
      clean: { calm: { images: IMAGES, correct: null } },
      eligible: { calm: IMAGES, fair: IMAGES, wild: IMAGES },
    });
    expect(result.cells.every(({ eligible }) => eligible === IMAGES)).toBe(true);
    expect(result.cells.some(({ wrong }) => wrong > 0)).toBe(true);
  });

  it("has each model's own class of the unchanged image for a label", async () => {
    const outcome = await finish(sweep());
    const clean = outcome.record?.predictions.data.clean ?? [];
    const [header, ...rows] = lines(csvOf(outcome)).map((line) => line.split(','));
    expect(header?.slice(0, 3)).toEqual(['image', 'label', 'model']);
    const models = ['calm', 'fair', 'wild'];
    for (const [image, label, model] of rows) {
      const own = clean[models.indexOf(model ?? '')]?.[Number(image) - 1000];
      expect(label).toBe(String(own));
    }
    const [first, ...others] = clean.map((predicted) => predicted.join());
    expect(others.some((other) => other !== first)).toBe(true);
  });

  it.each(['common', 'own', 'all'] as const)(
    'can be recomputed from images.csv, paired tests included: eligibility %s',
    async (eligibility) => {
      for (const draws of [1, 3]) {
        const outcome = await finish(sweep({ eligibility, draws }));
        if (!outcome.result) throw new Error('no result');
        const table = await tableOfLines(lines(csvOf(outcome)));
        const compared = compareResults(recomputeSweep(outcome.result, table), outcome.result);
        expect(compared.differences).toEqual([]);
        expect(outcome.result.ranking.pairs.every(({ p }) => p !== null)).toBe(true);
      }
    },
  );

  it('can be recomputed where it was cancelled', async () => {
    const run = startSweep({ ...sweep({ eligibility: 'own' }), chunk: 9, snapshotEvery: 0 });
    await firstSnapshot(run, ({ done, total }) => done > total / 3);
    const outcome = await run.cancel();
    if (!outcome.result) throw new Error('no result');
    const table = await tableOfLines(lines(csvOf({ ...outcome, phase: 'cancelled' })));
    const compared = compareResults(recomputeSweep(outcome.result, table), outcome.result);
    expect(compared.differences).toEqual([]);
  });

  it('agrees with one that names these classes, for a model alone', async () => {
    const models = [arithmeticModel('fair', { seed: 2, noise: 60 })];
    const alone = { ...experiment(localYard(), unlabelled.spec, { images, models }) };
    const { result, record } = await finish(alone);
    const labels = record?.predictions.data.clean[0];
    if (!result || !labels) throw new Error('no result');
    const named = experiment(localYard(), {}, { images: { ...images, labels }, models });
    const { result: other } = await finish(named);
    expect(other?.cells).toEqual(result.cells);
    expect(other?.summary).toEqual(result.summary);
    expect(other?.measure).toBeUndefined();
  });
});

describe('an attack on images without labels', () => {
  it("is one against each model's own class, and can be recomputed", async () => {
    for (const draws of [1, 3]) {
      const spec = { ...unlabelled.spec, draws };
      const outcome = await finishAttack(attackExperiment(localYard(), spec, { images }));
      const { result } = outcome;
      if (!result) throw new Error('no result');
      expect(attackResultSchema.parse(result)).toMatchObject({
        measure: 'agreement',
        clean: { wild: { images: IMAGES, correct: null } },
        eligible: { calm: IMAGES, fair: IMAGES, wild: IMAGES },
      });
      expect(result.attacks.some(({ examples }) => examples.count > 0)).toBe(true);
      const table = await attackTableOfLines(lines(attackCsvOf(outcome)));
      expect(compareResults(recomputeAttack(result, table), result).differences).toEqual([]);
    }
  });
});

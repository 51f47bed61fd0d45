import { describe, expect, it } from 'vitest';
import type { SpecInput } from '../../../src/protocol/spec.ts';
import { startSweep } from '../../../src/run/sweep.ts';
import type { SweepOutcome } from '../../../src/run/sweep-types.ts';
import { compareResults } from '../../../tools/recompute/compare.mjs';
import { recomputeSweep } from '../../../tools/recompute/sweep.mjs';
import { tableOfLines } from '../../../tools/recompute/table.mjs';
import {
  arithmeticModel,
  experiment,
  threeModels,
} from '../../support/arithmetic-lane/experiment.ts';
import { localYard } from '../../support/arithmetic-lane/open.ts';
import { csvOf, finish, firstSnapshot } from '../../support/arithmetic-lane/outcomes.ts';

async function comparison(outcome: SweepOutcome) {
  if (!outcome.result) throw new Error('no result');
  const table = await tableOfLines(csvOf(outcome).trimEnd().split('\n'));
  return compareResults(recomputeSweep(outcome.result, table), outcome.result);
}

const models = [...threeModels, arithmeticModel('large', { size: [8, 12] })];

describe('images.csv', () => {
  it.each([
    ['common', 1],
    ['own', 1],
    ['all', 1],
    ['common', 3],
    ['own', 3],
    ['all', 3],
  ] as const)(
    'determines every number of result.json: eligibility %s, %i draws',
    async (eligibility, draws) => {
      const set = eligibility === 'common' ? threeModels : models;
      const spec: Partial<SpecInput> = {
        eligibility,
        draws,
        rankAt: { count: 4, value: { offset: 100 }, region: 0.75 },
      };
      const outcome = await finish(experiment(localYard(), spec, { models: set }));
      const { differences, numbers } = await comparison(outcome);
      expect(differences).toEqual([]);
      expect(numbers).toBeGreaterThan(200);
    },
  );

  it.each([1, 3])(
    'determines them in a cancelled run, too, where cells cover different images: %i draws',
    async (draws) => {
      const options = { snapshotEvery: 0, chunk: 9 };
      const run = startSweep(experiment(localYard(), { draws, eligibility: 'own' }, options));
      await firstSnapshot(run, ({ done, total }) => done > total / 3);
      const outcome = await run.cancel();
      const eligible = new Set(outcome.result?.cells.map((cell) => cell.eligible));
      expect(eligible.size).toBeGreaterThan(2);
      expect((await comparison(outcome)).differences).toEqual([]);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { startAttackRun } from '../../../../src/run/attack/attack-run.ts';
import type { AttackRunOutcome } from '../../../../src/run/attack/attack-types.ts';
import { attackTableOfLines, recomputeAttack } from '../../../../tools/recompute/attack.mjs';
import { compareResults } from '../../../../tools/recompute/compare.mjs';
import {
  attackCsvOf,
  attackExperiment,
  finishAttack,
} from '../../../support/arithmetic-lane/attack-experiment.ts';
import { localYard } from '../../../support/arithmetic-lane/open.ts';
import { firstSnapshot } from '../../../support/arithmetic-lane/outcomes.ts';

async function comparison({ result }: AttackRunOutcome, csv: string) {
  if (!result) throw new Error('no result');
  const table = await attackTableOfLines(csv.trimEnd().split('\n'));
  return compareResults(recomputeAttack(result, table), result);
}

describe('images.csv of an attack', () => {
  it.each([
    ['common', 1],
    ['own', 1],
    ['common', 3],
    ['own', 3],
  ] as const)(
    'determines every number of result.json: eligibility %s, %i draws',
    async (eligibility, draws) => {
      const outcome = await finishAttack(
        attackExperiment(localYard(), { eligibility, draws, seed: 11 }),
      );
      const { numbers, differences } = await comparison(outcome, attackCsvOf(outcome));
      expect(differences).toEqual([]);
      expect(numbers).toBeGreaterThan(400);
    },
  );

  it('determines those of a run that was cancelled', async () => {
    const options = attackExperiment(localYard(), {}, { chunk: 3, snapshotEvery: 0 });
    const run = startAttackRun(options);
    await firstSnapshot(run, ({ done }) => done >= 150);
    const outcome = await run.cancel();
    expect((await comparison(outcome, attackCsvOf(outcome))).differences).toEqual([]);
  });

  it('betrays a result whose numbers are not its own', async () => {
    const outcome = await finishAttack(attackExperiment(localYard()));
    const lines = attackCsvOf(outcome).split('\n');
    const at = lines.findLastIndex((line) => line.includes(',adversarial,16,,'));
    lines.splice(at, 1, (lines[at] ?? '').replace(/^((?:[^,]*,){7})\d+/, '$19'));
    const { differences } = await comparison(outcome, lines.join('\n'));
    expect(differences.length).toBeGreaterThan(0);
  });
});

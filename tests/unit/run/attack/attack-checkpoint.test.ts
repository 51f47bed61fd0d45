import { describe, expect, it } from 'vitest';
import { startAttackRun } from '../../../../src/run/attack/attack-run.ts';
import type { AttackCheckpoint, AttackOptions } from '../../../../src/run/attack/attack-types.ts';
import {
  attackCsvOf,
  attackExperiment,
  finishAttack,
} from '../../../support/arithmetic-lane/attack-experiment.ts';
import { arithmeticModel } from '../../../support/arithmetic-lane/experiment.ts';
import { localYard, threadYard } from '../../../support/arithmetic-lane/open.ts';
import { firstSnapshot } from '../../../support/arithmetic-lane/outcomes.ts';

/** Small units and every snapshot, so that a run can be met half-way. */
const watched: Partial<AttackOptions> = { chunk: 3, snapshotEvery: 0 };

/** Cancels an attack in the middle. */
async function interrupted(options: AttackOptions) {
  const run = startAttackRun(options);
  await firstSnapshot(run, ({ done }) => done >= 150);
  await run.cancel();
  const checkpoint = run.checkpoint();
  if (!checkpoint) throw new Error('no checkpoint');
  return { run, checkpoint: structuredClone(checkpoint) };
}

async function refusal(options: AttackOptions): Promise<string> {
  const outcome = await startAttackRun(options).done;
  if (outcome.phase !== 'failed') throw new Error(`ended as ${outcome.phase}`);
  return outcome.error.message;
}

describe('the checkpoint of an attack', () => {
  it.each([{ draws: 1 }, { draws: 3, eligibility: 'own' as const }])(
    'lets a later run end like one without a break, with %o',
    async (spec) => {
      const whole = await finishAttack(attackExperiment(localYard(), spec));
      const { checkpoint } = await interrupted(attackExperiment(threadYard(), spec, watched));
      const second = startAttackRun(
        attackExperiment(threadYard(), spec, { ...watched, checkpoint }),
      );
      const start = await firstSnapshot(second, ({ phase }) => phase === 'running');
      expect(start.done).toBeGreaterThanOrEqual(150);
      expect(start.done).toBeLessThan(start.total);
      const outcome = await second.done;
      expect(attackCsvOf(outcome)).toBe(attackCsvOf(whole));
      expect(outcome.result).toEqual({ ...whole.result, manifest: outcome.result?.manifest });
    },
  );

  it('brings the counts of what is done', async () => {
    const { run, checkpoint } = await interrupted(attackExperiment(localYard(), {}, watched));
    const second = startAttackRun(attackExperiment(localYard(), {}, { ...watched, checkpoint }));
    second.pause();
    const { tallies } = await firstSnapshot(second, ({ phase, tallies: rows }) => {
      return phase === 'paused' && rows.length > 0;
    });
    expect(tallies).toEqual(run.snapshot().tallies);
    await second.cancel();
  });

  it('is not changed by the run that goes on from it', async () => {
    const { checkpoint } = await interrupted(attackExperiment(localYard(), {}, watched));
    const before = structuredClone(checkpoint);
    await finishAttack(attackExperiment(localYard(), {}, { checkpoint }));
    expect(checkpoint).toEqual(before);
  });

  it('is null while the models are being loaded', async () => {
    const run = startAttackRun(attackExperiment(localYard()));
    expect(run.checkpoint()).toBeNull();
    await run.cancel();
  });

  it('is refused where it was made with something else', async () => {
    const { checkpoint } = await interrupted(attackExperiment(localYard(), {}, watched));
    const says = (what: string) => `checkpoint: it was made with ${what}; start the run anew`;
    const from = (changes: Partial<Record<keyof AttackCheckpoint, unknown>>) =>
      attackExperiment(
        localYard(),
        {},
        { checkpoint: { ...checkpoint, ...changes } as AttackCheckpoint },
      );
    expect(await refusal(attackExperiment(localYard(), { seed: 8 }, { checkpoint }))).toBe(
      says('another spec'),
    );
    expect(await refusal(from({ imageSetHash: 'of others' }))).toBe(says('other images'));
    const models = ['calm', 'fair', 'wild'].map((id) => arithmeticModel(id));
    const others = models.map((model) => ({ ...model, hash: `another ${model.hash}` }));
    expect(await refusal(attackExperiment(localYard(), {}, { checkpoint, models: others }))).toBe(
      says('other models'),
    );
    expect(await refusal(from({ version: 2 }))).toBe(says('another version of the lab'));
    expect(await refusal(from({ details: [] }))).toBe(says('another plan'));
  });
});

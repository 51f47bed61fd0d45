import { describe, expect, it } from 'vitest';
import { repairCost } from '../../../../src/state/repair/repair-cost.ts';
import { paperRepair } from '../../../../src/state/repair/repair-draft.ts';

const paper = paperRepair('resnet');

function cost(changes: Partial<typeof paper.repair>, lanes = 1) {
  return repairCost({ ...paper, repair: { ...paper.repair, ...changes } }, 0.01, lanes);
}

describe('what a repair will cost', () => {
  it('counts the samples of all epochs of one model', () => {
    expect(cost({})).toMatchObject({ models: 5, samples: 20_000 });
    expect(cost({ copies: 3, epochs: 2 }).samples).toBe(6000);
  });

  it('expects far more of a whole network than of a last layer on kept features', () => {
    const last = cost({}).trainingSeconds ?? 0;
    const all = cost({ layers: 'all' }).trainingSeconds ?? 0;
    expect(last).toBeGreaterThan(0);
    expect(all).toBeGreaterThan(10 * last);
  });

  it('judges sooner without attacks and with more lanes', () => {
    const whole = cost({}).judgingSeconds ?? 0;
    expect(cost({ epsilons: [] }).judgingSeconds).toBeLessThan(whole);
    expect(cost({}, 2).judgingSeconds).toBeCloseTo(whole / 2);
  });

  it('knows no time where the speed of the model is not known', () => {
    const unknown = repairCost(paper, undefined, 2);
    expect(unknown).toMatchObject({ trainingSeconds: null, judgingSeconds: null });
  });
});

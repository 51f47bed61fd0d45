import { describe, expect, it } from 'vitest';
import {
  experimentStore,
  sameExperiment,
} from '../../../../src/state/experiment/experiment-store.ts';
import { presetSpec } from '../../../../src/state/experiment/presets.ts';
import {
  fittingCounts,
  nearest,
  sampleSetting,
} from '../../../../src/state/experiment/sample-setting.ts';

describe('the pictures of an experiment', () => {
  it('show the nearest count by ratio, the first of two equally near', () => {
    expect(nearest([1, 2, 4, 64], 8)).toBe(4);
    expect(nearest([5], 8)).toBe(5);
    expect(nearest([4, 16], 8)).toBe(4);
    expect(nearest([], 8)).toBe(8);
  });

  it('leave out counts that the region has no room for', () => {
    expect(fittingCounts([1, 256, 257], [64, 64], 0.25)).toEqual([1, 256]);
    expect(fittingCounts([1], [64, 64], 0.001)).toEqual([]);
  });

  it('take the first wanted setting that the grid has', () => {
    const { grid } = presetSpec('magnitude');
    const gone = { value: 'replace', region: 1 } as const;
    const kept = { value: { offset: 70 }, region: 1 };
    expect(sampleSetting(grid, [null, gone, kept])).toEqual(kept);
    expect(sampleSetting(grid, [gone])).toEqual({ value: { offset: 10 }, region: 1 });
  });
});

describe('two experiments', () => {
  const base = presetSpec('count');

  it('are the same where the ranked cell is named or left to the default', () => {
    const rankAt = { count: 64, value: 'replace', region: 1 } as const;
    expect(sameExperiment(base, { ...base, name: 'mine', rankAt })).toBe(true);
    expect(sameExperiment(base, { ...base, rankAt: { ...rankAt, count: 8 } })).toBe(false);
    expect(sameExperiment(base, { ...base, seed: 8 })).toBe(false);
  });

  it('lose a ranked cell that the next grid no longer has', () => {
    const { replace, edit } = experimentStore.getState();
    replace({ ...base, rankAt: { count: 8, value: 'replace', region: 1 } });
    edit({ grid: { ...base.grid, counts: [4, 8] } });
    expect(experimentStore.getState().spec).toMatchObject({ name: 'custom', rankAt: { count: 8 } });
    edit({ grid: { ...base.grid, counts: [4] } });
    expect(experimentStore.getState().spec.rankAt).toBeUndefined();
  });
});

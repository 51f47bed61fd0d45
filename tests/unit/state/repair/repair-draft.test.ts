import { beforeEach, describe, expect, it } from 'vitest';
import { paperRepair, repairDraft, sameRepair } from '../../../../src/state/repair/repair-draft.ts';
import {
  repairPreset,
  repairPresetNames,
  repairPresetOf,
} from '../../../../src/state/repair/repair-presets.ts';
import { repairProblem } from '../../../../src/state/repair/repair-problem.ts';

const edit = repairDraft.getState().edit;
const spec = () => repairDraft.getState().spec;

beforeEach(() => repairDraft.getState().replace(paperRepair('resnet')));

describe('the draft of a repair', () => {
  it('judges with the value and the region that it trains with', () => {
    edit({ repair: { value: { offset: 40 }, region: 0.5, model: 'vgg' } });
    expect(spec().grid).toMatchObject({ values: [{ offset: 40 }], regions: [0.5] });
    expect(spec().models).toEqual(['vgg']);
  });

  it('keeps the counts that judge apart from those that are trained', () => {
    edit({ repair: { counts: [8] } });
    expect(spec().grid.counts).toEqual([4, 8, 16, 32, 64]);
    edit({ judgedCounts: [2, 4] });
    expect(spec().grid.counts).toEqual([2, 4]);
    expect(spec().repair.counts).toEqual([8]);
  });

  it('tells whether another repair asks for the same, in whatever order it was written', () => {
    const { seed, model, ...others } = { seed: 0, ...spec().repair };
    expect(seed).toBe(0);
    expect(sameRepair(spec(), { ...spec(), repair: { ...others, model } })).toBe(true);
    expect(sameRepair(spec(), { ...spec(), seed: 8 })).toBe(false);
    expect(sameRepair(spec(), { ...spec(), repair: { ...spec().repair, head: 'keep' } })).toBe(
      false,
    );
  });
});

describe('presets of a repair', () => {
  it.each(repairPresetNames)('%s is recognised, keeps model and seed, and can be run', (name) => {
    edit({ seed: 11, repair: { model: 'vgg' } });
    const preset = repairPreset(name, spec());
    expect(repairPresetOf(preset)).toBe(name);
    expect(preset).toMatchObject({ seed: 11, models: ['vgg'] });
    expect(repairProblem(preset, undefined)).toBeNull();
  });

  it('a setting of one’s own belongs to none', () => {
    edit({ repair: { epochs: 21 } });
    expect(repairPresetOf(spec())).toBeNull();
  });
});

describe('what keeps a repair from being run', () => {
  const model = { id: 'resnet', inputSize: [64, 64, 3] as const };

  it('is several numbers without changed pixels', () => {
    edit({ repair: { arm: 'noise' } });
    expect(repairProblem(spec(), model)).toMatchObject({ part: 'counts' });
  });

  it('is more changed pixels than the area has, in training or judging', () => {
    edit({ repair: { counts: [64], region: 0.1 } });
    expect(repairProblem(spec(), model)?.message).toMatch(/64 pixels do not fit/);
    edit({ repair: { counts: [4] } });
    expect(repairProblem(spec(), model)).toMatchObject({ part: 'counts' });
    edit({ judgedCounts: [4] });
    expect(repairProblem(spec(), model)).toBeNull();
  });
});

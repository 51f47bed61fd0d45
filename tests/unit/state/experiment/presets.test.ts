import { describe, expect, it } from 'vitest';
import { specSchema } from '../../../../src/protocol/spec.ts';
import { gridCells } from '../../../../src/run/plan.ts';
import {
  experimentStore,
  sameExperiment,
} from '../../../../src/state/experiment/experiment-store.ts';
import { presetNames, presetOf, presetSpec } from '../../../../src/state/experiment/presets.ts';

describe('a preset', () => {
  it.each(presetNames)('%s is a spec that the terminal reads', (name) => {
    const spec = presetSpec(name);
    expect(specSchema.parse(JSON.parse(JSON.stringify(spec)))).toEqual(spec);
    expect(presetOf(spec)).toBe(name);
  });

  it('covers the settings of the paper', () => {
    const cells = Object.fromEntries(
      presetNames.map((name) => [name, gridCells(presetSpec(name).grid).length]),
    );
    expect(cells).toEqual({ count: 7, magnitude: 7 * 5, area: 7 * 5, pi: 1, attack: 7 });
  });

  it('keeps the models, images and seed that were chosen', () => {
    const chosen = {
      models: ['vgg'],
      images: { source: 'roadside', split: 'validation', count: 60 },
      eligibility: 'own',
      draws: 3,
      seed: 2 ** 40,
    } as const;
    expect(presetSpec('area', { ...chosen, models: [...chosen.models] })).toMatchObject(chosen);
  });

  it('attacks only where it is the fourth experiment, and then no image that was wrong before', () => {
    const everyImage = { ...presetSpec('count'), eligibility: 'all' } as const;
    const attack = presetSpec('attack', everyImage);
    expect(attack.attack).toEqual({ kind: 'fgsm', epsilon: [2, 4, 8] });
    expect(attack.eligibility).toBe('common');
    expect(presetSpec('count', attack).attack).toBeUndefined();
    expect(presetOf({ ...attack, attack: { kind: 'fgsm', epsilon: [3] } })).toBeNull();
  });

  it('is refused with a seed that is not a safe integer', () => {
    const { models, images, eligibility, draws } = presetSpec('count');
    const choices = { models, images, eligibility, draws, seed: 0.5 };
    expect(() => presetSpec('count', choices)).toThrow(/seed/);
  });
});

describe('the experiment that is being edited', () => {
  it('is named after its grid', () => {
    const { edit } = experimentStore.getState();
    edit({ grid: { counts: [3], values: ['replace'], regions: [1] } });
    expect(experimentStore.getState().spec.name).toBe('custom');
    edit({ grid: presetSpec('area').grid });
    expect(experimentStore.getState().spec.name).toBe('area');
  });

  it('gives up a cell to rank at that its grid has no more', () => {
    const { edit, replace } = experimentStore.getState();
    replace({ ...presetSpec('count'), rankAt: { count: 8, value: 'replace', region: 1 } });
    edit({ seed: 9 });
    expect(experimentStore.getState().spec.rankAt?.count).toBe(8);
    edit({ grid: { counts: [1, 2], values: ['replace'], regions: [1] } });
    expect(experimentStore.getState().spec.rankAt).toBeUndefined();
  });

  it('is the same under another name, and another with another seed', () => {
    const spec = presetSpec('count');
    expect(sameExperiment(spec, { ...spec, name: 'mine' })).toBe(true);
    expect(sameExperiment(spec, { ...spec, seed: 8 })).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import type { Spec } from '../../../../src/protocol/spec.ts';
import { doublings } from '../../../../src/state/experiment/count-list.ts';
import { presetNames, presetSpec } from '../../../../src/state/experiment/presets.ts';
import { inputSizes, rectOf } from '../../../../src/state/experiment/region-rects.ts';
import { specProblem } from '../../../../src/state/experiment/spec-problem.ts';

const models = [{ id: 'resnet', inputSize: [64, 64, 3] as const }];
const base = presetSpec('count');
const images = { source: 'roadside', split: 'test' } as const;

function grid(changes: Partial<Spec['grid']>): Spec {
  return { ...base, grid: { ...base.grid, ...changes } };
}

describe('what keeps an experiment from being run', () => {
  it.each(presetNames)('is nothing for the preset %s', (name) => {
    expect(specProblem(presetSpec(name), models)).toBeNull();
  });

  it('is more pixels than the region has, told with its size', () => {
    const spec = grid({ counts: doublings(1024), regions: [1, 0.25] });
    expect(specProblem(spec, models)).toEqual({
      part: 'counts',
      message:
        '1,024 pixels do not fit: the centred square of 25\u00a0% has 16 × 16 = 256. ' +
        'Choose smaller counts or a larger area.',
    });
  });

  it('is more pixels than the image has', () => {
    expect(specProblem(grid({ counts: [5000] }), models)?.message).toBe(
      '5,000 pixels do not fit: the image has 64 × 64 = 4,096. Choose smaller counts.',
    );
  });

  it('is unknown while no input size is', () => {
    expect(specProblem(grid({ counts: [5000] }), [])).toBeNull();
  });

  it('is a region without a pixel', () => {
    expect(specProblem(grid({ regions: [0.001] }), models)).toMatchObject({ part: 'regions' });
  });

  it('is a run too large to be held', () => {
    const problem = specProblem(
      { ...base, images: { ...images, count: 5000 }, draws: 1000 },
      models,
    );
    expect(problem).toMatchObject({ part: 'size' });
    expect(problem?.message).toMatch(/^7 cells × 1000 draws .* split the experiment\.$/);
  });

  it('is a model that is named twice', () => {
    expect(specProblem({ ...base, models: ['vgg', 'vgg'] }, models)).toMatchObject({
      part: 'other',
    });
  });
});

describe('the rectangle of a region', () => {
  it('is given in pixels, and is null where it leaves none', () => {
    expect(rectOf([64, 64], 0.9)).toMatchObject({ height: 58, width: 58, top: 3, left: 3 });
    expect(rectOf([64, 64], 0.001)).toBeNull();
  });

  it('is given once for each input size', () => {
    const sizes = [[64, 64, 3] as const, [32, 64, 3] as const, [64, 64, 3] as const];
    expect(inputSizes(sizes.map(([h, w, c]) => ({ inputSize: [h, w, c] })))).toEqual([
      [64, 64],
      [32, 64],
    ]);
  });
});

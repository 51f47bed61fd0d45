import { describe, expect, it } from 'vitest';
import { imagesSchema } from '../../../../src/protocol/images-spec.ts';
import type { RepairSpec } from '../../../../src/protocol/repair.ts';
import type { Spec } from '../../../../src/protocol/spec.ts';
import { missingForRepair } from '../../../../src/state/open-file/missing-repair.ts';
import { paperRepair } from '../../../../src/state/repair/repair-draft.ts';

function missing(
  repair: Partial<RepairSpec>,
  change: Partial<Spec> = {},
  imageSets: readonly string[] = [],
): string | null {
  const paper = paperRepair('vgg');
  const spec = { ...paper, repair: { ...paper.repair, ...repair }, ...change };
  return missingForRepair(spec, {
    models: ['vgg', 'resnet'],
    imageSets,
    sizes: [{ id: 'vgg', inputSize: [64, 64, 3] }],
  });
}

describe('what a page does not have for a repair', () => {
  it('is nothing for a listed model on Roadside', () => {
    expect(missing({ layers: 'all', epsilons: [2, 8] })).toBeNull();
  });

  it('is nothing where other models of the experiment are unknown, as only one is repaired', () => {
    expect(missing({}, { models: ['lenet', 'vgg'] })).toBeNull();
  });

  const folder = imagesSchema.parse({ source: 'folder', path: 'signs' });
  it.each<[Partial<RepairSpec>, Partial<Spec>, RegExp]>([
    [{ model: 'lenet' }, { models: ['lenet'] }, /^repair\.model: .*no model lenet.*vgg, resnet/],
    [{ model: 'resnet' }, {}, /^repair\.model: "resnet" is not one of the models/],
    [{ train: folder }, {}, /^repair\.train: they are in the folder signs, .* in Images first$/],
    [{ validation: folder }, {}, /^repair\.validation: they are in the folder signs/],
    [
      { train: folder, validation: folder },
      { images: folder },
      /^repair\.train: .*; repair\.validation: .*; images: they are in the folder signs/,
    ],
    [{}, { images: folder }, /^repair\.train: say where/],
    [{ counts: [4, 4] }, {}, /^repair\.counts\[1\]: 4 is listed twice/],
    [{}, { grid: { counts: [5000], values: ['replace'], regions: [1] } }, /^grid\.counts\[0\]: /],
  ])('is named for %j %j', (repair, change, message) => {
    expect(missing(repair, change)).toMatch(message);
  });

  it('is nothing where its sets are kept in this browser', () => {
    const own = { train: folder, validation: folder };
    expect(missing(own, { images: folder }, ['signs'])).toBeNull();
  });
});

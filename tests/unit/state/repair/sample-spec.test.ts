import { describe, expect, it } from 'vitest';
import { sampleSpec } from '../../../../src/state/repair/sample-spec.ts';
import { paperRepair } from '../../../../src/state/repair/repair-draft.ts';

const wish = { images: 12, samples: 2, count: 8 };

describe('the samples of a repair as a job of their own', () => {
  it('take pixels, value, region and seed from the repair', () => {
    const { repair } = paperRepair('resnet');
    const spec = sampleSpec({ seed: 5, repair: { ...repair, region: 0.5 } }, wish);
    expect(spec).toMatchObject({
      seed: 5,
      images: { source: 'roadside', split: 'train', count: 12 },
      augment: { arm: 'pixels', count: 8, value: 'replace', region: 0.5, samples: 2 },
    });
  });

  it('take the arm of a repair without changed pixels', () => {
    const { seed, repair } = paperRepair('resnet');
    const { augment } = sampleSpec({ seed, repair: { ...repair, arm: 'erasing' } }, wish);
    expect(augment).toMatchObject({ arm: 'erasing', samples: 2 });
  });
});

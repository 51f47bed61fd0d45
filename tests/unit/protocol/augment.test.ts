import { describe, expect, it } from 'vitest';
import { parseAugmentJob } from '../../../src/protocol/augment-job.ts';
import { parseSpec } from '../../../src/protocol/parse-spec.ts';

const images = { source: 'roadside', count: 12 };
const sweep = { version: 1, seed: 1, images, models: ['vgg'], grid: { counts: [1] } };

describe('the samples of a spec', () => {
  it("are the paper's unless an arm is named", () => {
    const { augment } = parseAugmentJob({ version: 1, seed: 1, images, augment: {} });
    expect(augment).toEqual({ arm: 'pixels', count: 4, value: 'replace', region: 1, samples: 1 });
  });

  it('may stand in the spec of a sweep, which may have models and a grid', () => {
    const both = { ...sweep, augment: { arm: 'noise' } };
    expect(parseSpec(both).augment).toEqual({ arm: 'noise', deviation: 10, samples: 1 });
    expect(parseAugmentJob(both).models).toEqual(['vgg']);
  });

  it.each([
    [undefined, /^augment: say what to make/],
    [{ arm: 'rotation' }, /^augment\.arm: use "pixels", "noise", "flip-shift" or "erasing"/],
    [{ arm: 'noise', count: 4 }, /^augment\.count: unknown key/],
    [{ mirror: 'all' }, /^augment\.mirror: unknown key/],
    [{ arm: 'noise', deviation: 65 }, /^augment\.deviation: /],
    [{ count: 0 }, /^augment\.count: /],
    [{ value: { offset: 128 } }, /^augment\.value\.offset: /],
    [{ samples: 0 }, /^augment\.samples: /],
    [{ arm: 'flip-shift', mirror: 'some' }, /^augment\.mirror: use "all" or a list/],
    [{ arm: 'erasing', area: [0.3, 0.2] }, /^augment\.area: the first share/],
  ])('are refused: %j', (augment, words) => {
    expect(() => parseAugmentJob({ ...sweep, augment })).toThrow(words);
  });

  it('do not make other keys optional', () => {
    expect(() => parseAugmentJob({ version: 1, images, augment: {} })).toThrow(/^seed: /);
    expect(() => parseAugmentJob({ ...sweep, augment: {}, colour: 1 })).toThrow(
      /^colour: unknown key/,
    );
  });
});

import { describe, expect, it } from 'vitest';
import { specModelId } from '../../../src/protocol/model-id.ts';
import { parseSpec } from '../../../src/protocol/parse-spec.ts';

const base = {
  version: 1,
  seed: 7,
  models: ['resnet'],
  images: { source: 'roadside', count: 10 },
  grid: { counts: [1] },
};

describe('a spec', () => {
  it('may leave out what has a default', () => {
    expect(parseSpec(base)).toEqual({
      ...base,
      name: 'untitled',
      images: { source: 'roadside', split: 'test', count: 10 },
      eligibility: 'common',
      draws: 1,
      grid: { counts: [1], values: ['replace'], regions: [1] },
    });
  });

  it.each<[string, object, RegExp]>([
    ['not an object', [], /^the spec: use an object$/],
    ['a missing field', { seed: undefined }, /^seed: missing; give a number$/],
    ['a missing list', { models: undefined }, /^models: missing; give a list$/],
    ['a number written as text', { seed: '7' }, /^seed: use a number$/],
    ['an unknown key', { sede: 7 }, /^sede: unknown key$/],
    ['an unknown key inside', { grid: { counts: [1], count: 2 } }, /^grid\.count: unknown key$/],
    ['a count of zero', { grid: { counts: [1, 0] } }, /^grid\.counts\[1\]: use at least 1$/],
    ['a count that is no number', { grid: { counts: ['4'] } }, /^grid\.counts\[0\]: /],
    [
      'a value that is neither',
      { grid: { counts: [1], values: ['replaced'] } },
      /^grid\.values\[0\]: use "replace" or \{ "offset": 1 to 127 \}$/,
    ],
    [
      'an offset out of range',
      { grid: { counts: [1], values: [{ offset: 128 }] } },
      /^grid\.values\[0\]\.offset: .*127/,
    ],
    ['an unknown source', { images: { source: 'web', count: 1 } }, /^images\.source: /],
    ['a model without a path', { models: [{ id: 'mine' }] }, /^models\[0\]\.path: /],
    ['a model that is a number', { models: [5] }, /^models\[0\]: use the name of a bundled model/],
    [
      'a bad preprocessing',
      { models: [{ path: 'a.json', preprocess: { std: [1, 0, 1] } }] },
      /^models\[0\]\.preprocess\.std\[1\]: /,
    ],
    ['no model', { models: [] }, /^models: use at least 1 entry$/],
    ['another version', { version: 2 }, /^version: use 1$/],
    ['a word that is not among them', { eligibility: 'some' }, /^eligibility: use "common"/],
    ['an infinite seed', { seed: 2 ** 60 }, /^seed: /],
  ])('is refused in one line that names the field: %s', (_, change, message) => {
    const json = Array.isArray(change) ? change : { ...base, ...change };
    expect(() => parseSpec(json)).toThrow(message);
    expect(() => parseSpec(json)).not.toThrow(/\n/);
  });
});

describe('the id of a model', () => {
  it.each([
    ['resnet', 'resnet'],
    [{ id: 'mine', path: 'net.json' }, 'mine'],
    [{ path: 'nets/small.v2.onnx' }, 'small.v2'],
    [{ path: 'C:\\nets\\small.json' }, 'small'],
    [{ path: 'nets/plain/' }, 'plain'],
    [{ path: '.hidden' }, '.hidden'],
  ])('of %j is %s', (model, id) => {
    expect(specModelId(model)).toBe(id);
  });
});

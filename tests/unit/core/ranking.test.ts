import { describe, expect, it } from 'vitest';
import { mcnemarExact } from '../../../src/core/mcnemar.ts';
import { comparePaired } from '../../../src/core/paired-test.ts';
import { rankModels, type RankedModel } from '../../../src/core/ranking.ts';

const options = { draws: 1, seed: 7 };
const images = 400;

/** A model that gets the images `from`…`to` − 1 wrong. */
function model(id: string, from: number, to: number, more: Partial<RankedModel> = {}): RankedModel {
  return {
    id,
    inputSize: '64x64',
    wrong: Uint16Array.from({ length: images }, (_, at) => (at >= from && at < to ? 1 : 0)),
    eligible: new Uint8Array(images).fill(1),
    ...more,
  };
}

describe('a paired comparison', () => {
  it('counts discordant images for exact McNemar', () => {
    expect(comparePaired(model('a', 0, 30), model('b', 20, 60), options)).toEqual({
      images,
      difference: -10,
      p: mcnemarExact(20, 30),
    });
  });

  it('looks only at images eligible for both', () => {
    const eligible = Uint8Array.from({ length: images }, (_, at) => (at < 25 ? 1 : 0));
    const compared = comparePaired(model('a', 0, 30, { eligible }), model('b', 20, 60), options);
    expect(compared).toEqual({ images: 25, difference: 20, p: mcnemarExact(20, 0) });
  });

  it('has no p where no image is eligible for both', () => {
    const eligible = new Uint8Array(images);
    expect(comparePaired(model('a', 0, 3, { eligible }), model('b', 0, 9), options).p).toBeNull();
  });

  it('uses the sign-flip test by image where there are several draws', () => {
    const twice = Uint16Array.from({ length: images }, (_, at) => (at < 6 ? 2 : 0));
    const compared = comparePaired(model('a', 0, 0, { wrong: twice }), model('b', 0, 0), {
      draws: 2,
      seed: 7,
    });
    // six differences of one size: 2 of 64 sign assignments are as extreme
    expect(compared).toEqual({ images, difference: 12, p: 2 / 64 });
  });
});

describe('the ranking', () => {
  it('puts a model behind as many models as are significantly better', () => {
    const { models } = rankModels(
      [model('worst', 0, 200), model('best', 0, 10), model('middle', 0, 80)],
      options,
    );
    expect(models).toEqual([
      { model: 'worst', rank: 3, tiedWith: [] },
      { model: 'best', rank: 1, tiedWith: [] },
      { model: 'middle', rank: 2, tiedWith: [] },
    ]);
  });

  it('shows ties as pairs: a may tie with b and b with c while a beats c', () => {
    const { models } = rankModels(
      [model('a', 0, 10), model('b', 0, 16), model('c', 0, 22)],
      options,
    );
    expect(models).toEqual([
      { model: 'a', rank: 1, tiedWith: ['b'] },
      { model: 'b', rank: 1, tiedWith: ['a', 'c'] },
      { model: 'c', rank: 2, tiedWith: ['b'] },
    ]);
  });

  it('adjusts over all compared pairs', () => {
    const { pairs } = rankModels(
      [model('a', 0, 10), model('b', 0, 17), model('c', 0, 10)],
      options,
    );
    expect(pairs).toEqual([
      { a: 'a', b: 'b', p: 2 ** -6, pHolm: 3 * 2 ** -6 },
      { a: 'a', b: 'c', p: 1, pHolm: 1 },
      { a: 'b', b: 'c', p: 2 ** -6, pHolm: 3 * 2 ** -6 },
    ]);
  });

  it('does not compare models of different input sizes, nor count them in the adjustment', () => {
    const { models, pairs } = rankModels(
      [model('a', 0, 10), model('b', 0, 17), model('large', 0, 300, { inputSize: '224x224' })],
      options,
    );
    expect(pairs).toEqual([
      { a: 'a', b: 'b', p: 2 ** -6, pHolm: 2 ** -6 },
      { a: 'a', b: 'large', p: null, pHolm: null },
      { a: 'b', b: 'large', p: null, pHolm: null },
    ]);
    expect(models[2]).toEqual({ model: 'large', rank: 1, tiedWith: [] });
  });

  it('ranks a single model first', () => {
    expect(rankModels([model('only', 0, 5)], options)).toEqual({
      models: [{ model: 'only', rank: 1, tiedWith: [] }],
      pairs: [],
    });
  });
});

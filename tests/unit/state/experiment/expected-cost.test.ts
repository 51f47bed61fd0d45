import { describe, expect, it } from 'vitest';
import type { AttackSpec } from '../../../../src/protocol/attack-spec.ts';
import type { ModelCard } from '../../../../src/protocol/model-card.ts';
import { bundledModelIds } from '../../../../src/run/bundled-models.ts';
import { presetSpec } from '../../../../src/state/experiment/presets.ts';
import { expectedCost } from '../../../../src/state/experiment/expected-cost.ts';

const wasm = { backend: 'wasm', lanes: 2 } as const;

function card(id: string, correct: number, multiplyAdds: number): ModelCard {
  return {
    version: 1,
    id,
    family: 'ResNet',
    title: id,
    parameters: 1000,
    multiplyAdds,
    inputSize: [64, 64, 3],
    classes: ['a', 'b'],
    preprocess: {
      resize: 'shortest',
      crop: 'center',
      filter: 'bilinear',
      channels: 'rgb',
      range: [0, 1],
      mean: [0, 0, 0],
      std: [1, 1, 1],
    },
    training: {
      images: 1,
      epochs: 1,
      batch: 1,
      seed: 0,
      optimiser: 'SGD',
      seconds: 1,
      backend: 'wasm',
      firstEpoch: { images: 1, batch: 1, rate: 1, loss: 1 },
    },
    validation: { images: 100, correct },
    test: { images: 100, correct },
    weightsSha256: '0'.repeat(64),
    weightBytes: 2000,
  };
}

describe('the expected cost of the count experiment', () => {
  it('counts every image unchanged and at seven counts while no accuracy is known', () => {
    const { classifications, seconds } = expectedCost(presetSpec('count'), wasm, {}, undefined);
    expect(classifications).toBe(500 * 5 * 8);
    expect(seconds).toBeNull();
  });

  it('counts changed images only as far as the weakest model is expected to get them right', () => {
    const cards = Object.fromEntries(
      bundledModelIds.map((id, index) => [id, card(id, index === 2 ? 80 : 95, 1e7)]),
    );
    const { classifications, seconds, isMeasured } = expectedCost(
      presetSpec('count'),
      wasm,
      cards,
      undefined,
    );
    expect(classifications).toBe(5 * (500 + 500 * 0.8 * 7));
    // 10 million multiply-adds at 10 billion a second, shared by two lanes.
    expect(seconds).toBeCloseTo((classifications * 1e-3) / 2);
    expect(isMeasured).toBe(false);
  });

  it('takes measured speeds where there are some', () => {
    const measured = Object.fromEntries(bundledModelIds.map((id) => [id, 0.004]));
    const { classifications, seconds, isMeasured } = expectedCost(
      presetSpec('count'),
      wasm,
      {},
      measured,
    );
    expect(seconds).toBeCloseTo((classifications * 0.004) / 2);
    expect(isMeasured).toBe(true);
  });
});

describe('the expected cost of an attack', () => {
  const measured = Object.fromEntries(bundledModelIds.map((id) => [id, 0.004]));
  const costOf = (attack: AttackSpec) =>
    expectedCost({ ...presetSpec('attack'), attack }, wasm, {}, measured);

  it('counts every image unchanged and once a size, and more time than that', () => {
    const { classifications, seconds } = costOf({ kind: 'fgsm', epsilon: [2, 4, 8] });
    expect(classifications).toBe(500 * 5 * 4);
    expect(seconds).toBeGreaterThan((2 * classifications * 0.004) / 2);
  });

  it('grows with the steps of PGD and the candidates of a search', () => {
    const pgd = (iterations: number) =>
      costOf({ kind: 'pgd', epsilon: 8, iterations, randomStart: true }).seconds ?? 0;
    const search = (population: number) =>
      costOf({ kind: 'one-pixel', pixels: 1, population, generations: 9, search: 'random' })
        .seconds ?? 0;
    expect(pgd(40)).toBeGreaterThan(2 * pgd(10));
    expect(search(100)).toBeGreaterThan(5 * search(10));
  });
});

import { describe, expect, it } from 'vitest';
import type { ModelCard } from '../../../../src/protocol/model-card.ts';
import { bundledModelIds } from '../../../../src/state/models/bundled-models.ts';
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

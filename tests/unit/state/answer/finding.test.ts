import { describe, expect, it } from 'vitest';
import type { CriticalCountResult, SweepResult } from '../../../../src/protocol/result.ts';
import { presetSpec } from '../../../../src/state/experiment/presets.ts';
import { modelName } from '../../../../src/state/models/bundled-models.ts';
import { formatCriticalCount } from '../../../../src/state/answer/critical-count-text.ts';
import { describeFinding } from '../../../../src/state/answer/finding.ts';

const counts = [1, 2, 4, 8, 16, 32, 64];

function estimate(count: number, low: number, high: number): CriticalCountResult {
  return { count, interval: [low, high], censored: null };
}

interface Ranked {
  model: string;
  px5: CriticalCountResult;
  rank: number;
  tiedWith?: string[];
  /** Of the eligible images, at 64 changed pixels. */
  wrong?: number;
}

function resultOf(ranked: readonly Ranked[], eligible = 433): SweepResult {
  return {
    version: 1,
    spec: presetSpec('count'),
    manifest: {
      versions: {},
      backend: 'wasm',
      lanes: 2,
      start: '2026-01-01T00:00:00Z',
      seconds: 20,
      imagesPerSecond: 800,
      modelHashes: {},
      imageSetHash: '',
      complete: true,
    },
    models: [],
    clean: {},
    eligibility: 'common',
    eligible: Object.fromEntries(ranked.map(({ model }) => [model, eligible])),
    cells: ranked.map(({ model, wrong = 0 }) => ({
      model,
      count: 64,
      value: 'replace',
      region: 1,
      rect: [64, 64],
      eligible,
      wrong,
      accuracy: eligible === 0 ? null : 1 - wrong / eligible,
      interval: eligible === 0 ? null : [0.9, 0.99],
      pi: null,
      piInterval: null,
      meanAbsDelta: null,
    })),
    summary: ranked.map(({ model, px5 }) => ({ model, value: 'replace', region: 1, px5 })),
    ranking: {
      cell: { count: 64, value: 'replace', region: 1 },
      models: ranked.map(({ model, rank, tiedWith = [] }) => ({ model, rank, tiedWith })),
      pairs: [],
    },
  };
}

describe('the finding in words', () => {
  it('names the lowest and the highest PX5 with their intervals, whatever the order', () => {
    const { headline } = describeFinding(
      resultOf([
        { model: 'vgg', px5: estimate(4.04, 3.5, 4.7), rank: 2 },
        { model: 'alexnet', px5: estimate(1.42, 1.2, 1.7), rank: 3 },
        { model: 'resnet', px5: estimate(23.2, 18, 29), rank: 1 },
      ]),
      modelName,
    );
    expect(headline).toBe(
      'AlexNet gets 5 % of its images wrong at 1.4 (1.2–1.7) changed pixels, ResNet at 23 (18–29).',
    );
  });

  it('says that nothing is decided when the intervals overlap and the test finds no difference', () => {
    const { headline, details } = describeFinding(
      resultOf([
        { model: 'vgg', px5: estimate(4, 3, 6), rank: 1, tiedWith: ['resnet'] },
        { model: 'resnet', px5: estimate(5, 4, 7), rank: 1, tiedWith: ['vgg'] },
      ]),
      modelName,
    );
    expect(headline).toMatch(/ Their intervals overlap\.$/);
    expect(details.at(-1)).toBe('At that count, no two models can be told apart.');
  });

  it('names the best and the worst model at the ranked count with their shares', () => {
    const { details } = describeFinding(
      resultOf([
        { model: 'vgg', px5: estimate(4, 3, 6), rank: 1, wrong: 43.3 },
        { model: 'resnet', px5: estimate(5, 4, 7), rank: 1, wrong: 4.33 },
      ]),
      modelName,
    );
    expect(details[0]).toBe(
      'With 64 changed pixels, ResNet gets 1.0 % (1.0–10.0) of its images wrong and VGG 10.0 % (1.0–10.0).',
    );
  });

  it('names the tied pairs at the ranked count, each once', () => {
    const { details } = describeFinding(
      resultOf([
        { model: 'resnet', px5: estimate(9, 8, 10), rank: 1 },
        { model: 'vgg', px5: estimate(4, 3.5, 4.5), rank: 2, tiedWith: ['alexnet'] },
        { model: 'alexnet', px5: estimate(2, 1.8, 2.2), rank: 2, tiedWith: ['vgg'] },
      ]),
      modelName,
    );
    expect(details.at(-1)).toBe(
      'At that count, these cannot be told apart: VGG and AlexNet. All other pairs differ.',
    );
  });

  it('names the few pairs that differ where most are tied', () => {
    const everyone = ['resnet', 'densenet', 'vgg', 'alexnet', 'squeezenet'];
    const ranked = everyone.map((model) => ({
      model,
      px5: estimate(9, 8, 10),
      rank: model === 'squeezenet' ? 2 : 1,
      tiedWith: everyone.filter(
        (other) =>
          other !== model &&
          ![model, other].every((one) => one === 'resnet' || one === 'squeezenet'),
      ),
    }));
    expect(describeFinding(resultOf(ranked), modelName).details.at(-1)).toBe(
      'At that count, only these can be told apart: ResNet and SqueezeNet.',
    );
  });

  it('gives the order where every pair differs', () => {
    const { details } = describeFinding(
      resultOf([
        { model: 'alexnet', px5: estimate(2, 1.8, 2.2), rank: 3 },
        { model: 'resnet', px5: estimate(9, 8, 10), rank: 1 },
        { model: 'vgg', px5: estimate(4, 3.5, 4.5), rank: 2 },
      ]),
      modelName,
    );
    expect(details.at(-1)).toBe(
      'At that count, all models differ; most robust first: ResNet, VGG and AlexNet.',
    );
  });

  it('lists the models that do not reach 5 % within the counts', () => {
    const above: CriticalCountResult = { count: null, interval: [52, 'above'], censored: 'above' };
    const { headline } = describeFinding(
      resultOf([
        { model: 'resnet', px5: above, rank: 1 },
        { model: 'squeezenet', px5: estimate(23.4, 17.2, 34), rank: 2 },
        { model: 'vgg', px5: above, rank: 1 },
      ]),
      modelName,
    );
    expect(headline).toBe(
      'SqueezeNet gets 5 % of its images wrong at 23 (17–34) changed pixels; ResNet and VGG do not get there with 64.',
    );
  });

  it('says so when no model reaches 5 % within the counts', () => {
    const above: CriticalCountResult = {
      count: null,
      interval: ['above', 'above'],
      censored: 'above',
    };
    const { headline } = describeFinding(
      resultOf([
        { model: 'resnet', px5: above, rank: 1 },
        { model: 'vgg', px5: above, rank: 1 },
      ]),
      modelName,
    );
    expect(headline).toBe('No model gets 5 % of its images wrong with up to 64 changed pixels.');
  });

  it('says so when one pixel is already too much for every model', () => {
    const below: CriticalCountResult = {
      count: null,
      interval: ['below', 'below'],
      censored: 'below',
    };
    const { headline } = describeFinding(
      resultOf([
        { model: 'resnet', px5: below, rank: 1 },
        { model: 'vgg', px5: below, rank: 1 },
      ]),
      modelName,
    );
    expect(headline).toBe(
      'With 1 changed pixel, every model already gets more than 5 % of its images wrong.',
    );
  });

  it('claims nothing without an eligible image', () => {
    const { headline } = describeFinding(
      resultOf(
        [{ model: 'resnet', px5: { count: null, interval: null, censored: null }, rank: 1 }],
        0,
      ),
      modelName,
    );
    expect(headline).toBe(
      'No image is classified correctly by all models, so nothing could be counted.',
    );
  });
});

describe('a critical count in words', () => {
  it.each<[string, CriticalCountResult]>([
    ['6.1 (5.0–7.4)', estimate(6.12, 5.04, 7.38)],
    ['61 (50 to over 64)', { count: 61, interval: [50.2, 'above'], censored: null }],
    ['1.3 (under 1 to 2.1)', { count: 1.3, interval: ['below', 2.1], censored: null }],
    ['over 64 (52 to over 64)', { count: null, interval: [52, 'above'], censored: 'above' }],
    ['over 64', { count: null, interval: ['above', 'above'], censored: 'above' }],
    ['under 1', { count: null, interval: ['below', 'below'], censored: 'below' }],
    ['–', { count: null, interval: null, censored: null }],
  ])('reads %s', (text, px5) => {
    expect(formatCriticalCount(px5, counts)).toBe(text);
  });
});

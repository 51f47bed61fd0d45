import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../../../src/run/plan.ts';
import { modelName } from '../../../../../src/state/models/model-list.ts';
import { presetSpec } from '../../../../../src/state/experiment/presets.ts';
import { findingOf, px5, share } from '../../../../support/findings.ts';

const perDoubling =
  (step: number, start = 1) =>
  ({ count }: Cell) =>
    Math.max(0, Math.round(step * Math.log2((2 * count) / start)));

describe('the finding of a sweep of counts', () => {
  it('names a clear winner and a clear loser with PX5 and interval, whatever the order', async () => {
    const { result, headline, details } = await findingOf({
      images: 1000,
      models: [
        { id: 'vgg', wrongAt: perDoubling(40) },
        { id: 'alexnet', wrongAt: perDoubling(90) },
        { id: 'resnet', wrongAt: perDoubling(12) },
      ],
    });
    expect(headline).toBe(
      `AlexNet gets more than 5 % of its images wrong with only 1 changed pixel, ResNet at ${px5(result, 'resnet')}.`,
    );
    expect(details).toEqual([
      `With 64 changed pixels, ResNet gets ${share(result, 'resnet', { count: 64 })} of its images wrong and AlexNet ${share(result, 'alexnet', { count: 64 })}.`,
      'At that count, all models differ; most robust first: ResNet, VGG and AlexNet.',
    ]);
  });

  it('gives both ends as numbers where both lie within the counts', async () => {
    const { result, headline } = await findingOf({
      images: 1000,
      models: [
        { id: 'resnet', wrongAt: perDoubling(10) },
        { id: 'squeezenet', wrongAt: perDoubling(20) },
      ],
    });
    expect(headline).toBe(
      `SqueezeNet gets 5 % of its images wrong at ${px5(result, 'squeezenet')} changed pixels, ResNet at ${px5(result, 'resnet')}.`,
    );
    expect(px5(result, 'squeezenet')).toMatch(/^\d+\.\d \(\d+\.\d–\d+\.\d\)$/);
  });

  it('says that two models cannot be told apart when they fail alike', async () => {
    const { headline, details } = await findingOf({
      images: 300,
      models: [
        { id: 'resnet', wrongAt: perDoubling(5) },
        { id: 'vgg', wrongAt: ({ count }) => Math.round(5 * Math.log2(2 * count)) + 1 },
      ],
    });
    expect(headline).toMatch(/ Their intervals overlap\.$/);
    expect(details.at(-1)).toBe('At that count, the two models cannot be told apart.');
  });

  it('names the tied pair, and says that the others differ', async () => {
    const { details } = await findingOf({
      images: 400,
      models: [
        { id: 'resnet', wrongAt: perDoubling(4) },
        { id: 'vgg', wrongAt: perDoubling(20) },
        { id: 'alexnet', wrongAt: perDoubling(20) },
      ],
    });
    expect(details[1]).toBe(
      'At that count, these cannot be told apart: VGG and AlexNet. All other pairs differ.',
    );
  });

  it('names the few pairs that differ where most are tied', async () => {
    const step = { resnet: 3, densenet: 4, vgg: 4, alexnet: 4, squeezenet: 4.9 };
    const { result, details } = await findingOf({
      images: 400,
      models: Object.entries(step).map(([id, each]) => ({ id, wrongAt: perDoubling(each) })),
    });
    const apart = result.ranking.pairs.filter(({ pHolm }) => (pHolm ?? 1) < 0.05);
    expect(apart.length).toBeGreaterThan(0);
    expect(apart.length).toBeLessThan(4);
    const named = apart.map(({ a, b }) => `${modelName(a)} and ${modelName(b)}`).join('; ');
    expect(details.at(-1)).toBe(`At that count, only these can be told apart: ${named}.`);
  });

  it('lists the models that do not reach 5 %, and no doubt where their intervals agree', async () => {
    const { result, headline } = await findingOf({
      images: 1000,
      models: [
        { id: 'resnet', wrongAt: perDoubling(1) },
        { id: 'squeezenet', wrongAt: perDoubling(20) },
        { id: 'vgg', wrongAt: perDoubling(2) },
      ],
    });
    expect(headline).toBe(
      `SqueezeNet gets 5 % of its images wrong at ${px5(result, 'squeezenet')} changed pixels; ResNet and VGG do not get there with 64.`,
    );
  });

  it('leaves open whether a model reaches 5 % where its interval does', async () => {
    const { result, headline, details } = await findingOf({
      images: 300,
      models: [
        { id: 'resnet', wrongAt: perDoubling(2) },
        { id: 'squeezenet', wrongAt: perDoubling(10) },
      ],
    });
    expect(px5(result, 'resnet')).toMatch(/^over 64 \(\d+ to over 64\)$/);
    expect(headline).toMatch(/; ResNet does not get there with 64\.$/);
    expect(details[0]).toBe(`That is not certain for ResNet: ${px5(result, 'resnet')}.`);
  });

  it('says so when no model reaches 5 %', async () => {
    const { headline } = await findingOf({
      images: 1000,
      models: [
        { id: 'resnet', wrongAt: perDoubling(1) },
        { id: 'vgg', wrongAt: perDoubling(2) },
      ],
    });
    expect(headline).toBe('No model gets 5 % of its images wrong with up to 64 changed pixels.');
  });

  it('claims no ranking and no PX5 when nothing goes wrong', async () => {
    const { headline, details } = await findingOf({
      images: 500,
      models: [
        { id: 'resnet', wrongAt: () => 0 },
        { id: 'vgg', wrongAt: () => 0 },
      ],
    });
    expect(headline).toBe('Not one image of any model goes wrong with up to 64 changed pixels.');
    expect(details[0]).toContain('0.0 % (0.0–0.7) of 500 images');
  });

  it('names a single model no second time where it is not certain', async () => {
    const { result, details } = await findingOf({
      images: 300,
      models: [{ id: 'squeezenet', wrongAt: perDoubling(2) }],
    });
    expect(details[0]).toBe(`That is not certain: ${px5(result, 'squeezenet')}.`);
  });

  it('says so when everything goes wrong with the first pixel', async () => {
    const { headline, details } = await findingOf({
      images: 100,
      models: [
        { id: 'resnet', wrongAt: () => 100 },
        { id: 'vgg', wrongAt: () => 100 },
      ],
    });
    expect(headline).toBe(
      'With 1 changed pixel, every model already gets more than 5 % of its images wrong.',
    );
    expect(details[0]).toBe(
      'With 64 changed pixels, every model gets 100.0 % (96.4–100.0) of its images wrong.',
    );
  });

  it('says when there are too few images to speak of 5 %', async () => {
    const { headline } = await findingOf({
      images: 12,
      models: [
        { id: 'resnet', wrongAt: () => 0 },
        { id: 'vgg', wrongAt: ({ count }) => (count > 8 ? 1 : 0) },
      ],
    });
    expect(headline).toBe(
      '12 eligible images are too few to say where 5 % go wrong: one is already 8 %.',
    );
  });

  it('adds that few images cannot show that a model stays under 5 %', async () => {
    const few = { id: 'resnet', wrongAt: ({ count }: Cell) => (count > 8 ? 1 : 0) };
    const note = /With fewer than 72 images/;
    expect((await findingOf({ images: 71, models: [few] })).details.join(' ')).toMatch(note);
    expect((await findingOf({ images: 72, models: [few] })).details.join(' ')).not.toMatch(note);
  });

  it('speaks of one model without comparing it', async () => {
    const { result, headline, details } = await findingOf({
      images: 1000,
      models: [{ id: 'vgg', wrongAt: perDoubling(20) }],
    });
    expect(headline).toBe(
      `VGG gets 5 % of its images wrong at ${px5(result, 'vgg')} changed pixels.`,
    );
    expect(details).toEqual([
      `With 64 changed pixels, it gets ${share(result, 'vgg', { count: 64 })} of its images wrong.`,
    ]);
  });

  it('claims nothing without an eligible image', async () => {
    const none = { wrongAt: () => 0, cleanWrong: 50 };
    const models = [
      { id: 'resnet', ...none },
      { id: 'vgg', ...none },
    ];
    expect((await findingOf({ images: 50, models })).headline).toBe(
      'No image is classified correctly by all models, so nothing could be counted.',
    );
    const own = await findingOf({ images: 50, models, changes: { eligibility: 'own' } });
    expect(own.headline).toBe(
      'No image is classified correctly by any model, so nothing could be counted.',
    );
    expect((await findingOf({ images: 50, models, complete: false })).headline).toBe(
      'Nothing was finished, so nothing can be said yet.',
    );
  });

  it('speaks of accuracy, not of PX5, where every image counts', async () => {
    const { result, headline } = await findingOf({
      images: 500,
      models: [
        { id: 'resnet', wrongAt: () => 10, cleanWrong: 5 },
        { id: 'vgg', wrongAt: () => 200, cleanWrong: 20 },
      ],
      changes: { eligibility: 'all' },
    });
    expect(result.summary.every((row) => row.px5 === null)).toBe(true);
    expect(headline).toBe(
      'With 64 changed pixels, VGG still gets 60.0 % (55.6–64.3) of all images right, unchanged 96.0 %; ResNet 98.0 % (96.4–99.0), unchanged 99.0 %.',
    );
  });
});

describe('the finding of one cell', () => {
  const changes = { grid: presetSpec('pi').grid };

  it('gives wrong images and Pi of both ends', async () => {
    const { result, headline } = await findingOf({
      images: 1000,
      models: [
        { id: 'resnet', wrongAt: () => 5 },
        { id: 'vgg', wrongAt: () => 80 },
      ],
      changes,
    });
    const cell = result.cells.find(({ model }) => model === 'vgg');
    const [low, high] = cell?.piInterval ?? [0, 0];
    // 8 % wrong at 5 of 4,096 pixels.
    expect(cell?.pi).toBeCloseTo(0.08 / (5 / 4096));
    expect(headline).toContain(
      `With 5 changed pixels of 64 × 64, VGG gets ${share(result, 'vgg', {})} of its images wrong, Pi 65.5 (${low.toFixed(1)}–${high.toFixed(1)}); ResNet `,
    );
    expect(headline).not.toContain('overlap');
  });

  it('says that the intervals overlap where they do', async () => {
    const { headline } = await findingOf({
      images: 100,
      models: [
        { id: 'resnet', wrongAt: () => 1 },
        { id: 'vgg', wrongAt: () => 3 },
      ],
      changes,
    });
    expect(headline).toMatch(/ Their intervals overlap\.$/);
  });
});

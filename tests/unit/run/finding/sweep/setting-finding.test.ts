import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../../../src/run/plan.ts';
import { describeFinding } from '../../../../../src/run/finding/sweep/describe-finding.ts';
import { modelName } from '../../../../../src/state/models/model-list.ts';
import { presetSpec } from '../../../../../src/state/experiment/presets.ts';
import { constructSweep } from '../../../../support/constructed-sweep.ts';
import { findingOf, share } from '../../../../support/findings.ts';

describe('the finding of a sweep of magnitudes', () => {
  const changes = { grid: presetSpec('magnitude').grid };
  const bySize =
    (most: number) =>
    ({ value, count }: Cell) =>
      value === 'replace' ? 0 : Math.round((most * value.offset * count) / (127 * 64));

  it('says that larger changes do more harm where the data show it', async () => {
    const { result, headline, details } = await findingOf({
      images: 500,
      models: [
        { id: 'vgg', wrongAt: bySize(100) },
        { id: 'resnet', wrongAt: bySize(3) },
      ],
      changes,
    });
    const at = (offset: number) => share(result, 'vgg', { count: 64, value: { offset } });
    expect(headline).toBe(
      `With 64 changed pixels, larger changes do more harm: VGG gets ${at(10)} of its images wrong with changes of up to ±10 and ${at(127)} with changes of up to ±127.`,
    );
    expect(details[0]).toBe('For ResNet the intervals overlap.');
  });

  it('decides nothing where the intervals overlap', async () => {
    const { headline, details } = await findingOf({
      images: 500,
      models: [{ id: 'resnet', wrongAt: bySize(3) }],
      changes,
    });
    expect(headline).toBe(
      'With 64 changed pixels, these images do not decide whether larger changes do more harm.',
    );
    expect(details[0]).toMatch(/overlap\. The widest gap: ResNet gets 0\.0 % /);
  });

  it('calls the gap of any direction the widest, and none where there is none', async () => {
    const { details } = await findingOf({
      images: 100,
      models: [
        { id: 'resnet', wrongAt: () => 2 },
        { id: 'vgg', wrongAt: ({ value }) => (value !== 'replace' && value.offset === 10 ? 4 : 1) },
      ],
      changes,
    });
    expect(details[0]).toMatch(/The widest gap: VGG gets 4\.0 % .* and 1\.0 % /);
    const same = await findingOf({
      images: 100,
      models: [{ id: 'resnet', wrongAt: () => 2 }],
      changes,
    });
    expect(same.details[0]).toBe('For every model the share is the same at both ends.');
  });
});

describe('the finding of a sweep of areas', () => {
  const changes = { grid: presetSpec('area').grid };

  it('says that the centre is more fragile where the data show it', async () => {
    const { result, headline, details } = await findingOf({
      images: 500,
      models: [
        { id: 'vgg', wrongAt: ({ region }) => Math.round(20 / region) },
        { id: 'resnet', wrongAt: ({ region }) => Math.round(10 / region) },
      ],
      changes,
    });
    expect(headline).toBe(
      `With 64 changed pixels, pixels near the centre do more harm: VGG gets ${share(result, 'vgg', { count: 64, region: 1 })} of its images wrong anywhere in the image and ${share(result, 'vgg', { count: 64, region: 0.25 })} within the central 25 % of its sides.`,
    );
    expect(details[0]).toBe('The same holds for ResNet.');
  });

  it('says that all models lean to one side where none is decided alone', async () => {
    const { details } = await findingOf({
      images: 100,
      models: [
        { id: 'vgg', wrongAt: ({ region }) => (region === 0.25 ? 6 : 1) },
        { id: 'resnet', wrongAt: ({ region }) => (region === 0.25 ? 4 : 1) },
      ],
      changes,
    });
    expect(details[1]).toBe(
      'All 2 models lean to one side, though: more images go wrong with pixels near the centre.',
    );
  });

  it('speaks of the largest count that an unfinished run has reached at both ends', async () => {
    const whole = await constructSweep({
      images: 500,
      models: [{ id: 'vgg', wrongAt: ({ region }) => Math.round(20 / region) }],
      changes,
      complete: false,
    });
    const cells = whole.cells.map((cell) =>
      cell.count > 8 && cell.region < 1
        ? { ...cell, eligible: 0, accuracy: null, interval: null }
        : cell,
    );
    expect(describeFinding({ ...whole, cells }, modelName).headline).toMatch(
      /^With 8 changed pixels, pixels near the centre do more harm/,
    );
  });

  it('says it as it is where a model is hurt less in the centre', async () => {
    const { headline, details } = await findingOf({
      images: 500,
      models: [
        { id: 'vgg', wrongAt: ({ region }) => Math.round(20 / region) },
        { id: 'resnet', wrongAt: ({ region }) => Math.round(200 * region) },
      ],
      changes,
    });
    expect(headline).toMatch(/^With 64 changed pixels, VGG gets 4\.0 % .* and 16\.0 %/);
    expect(details[0]).toMatch(/^The other way round: ResNet gets 40\.0 % .* and 10\.0 %/);
  });
});

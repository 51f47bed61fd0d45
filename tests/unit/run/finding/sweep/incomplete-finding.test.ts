import { describe, expect, it } from 'vitest';
import { describeFinding } from '../../../../../src/run/finding/sweep/describe-finding.ts';
import { findingOf, share } from '../../../../support/findings.ts';

const never = () => 0;
const upTo =
  (most: number, images: number) =>
  ({ count }: { readonly count: number }) =>
    count <= most ? images : 0;

describe('the finding of a sweep that was cancelled', () => {
  it('where nothing went wrong speaks of the counts that were measured', async () => {
    const { headline, details } = await findingOf({
      images: 100,
      complete: false,
      models: [
        { id: 'resnet', wrongAt: never, doneAt: upTo(1, 100) },
        { id: 'vgg', wrongAt: never, doneAt: upTo(1, 3) },
        { id: 'alexnet', wrongAt: never, doneAt: upTo(4, 100) },
      ],
    });
    expect(headline).toBe('So far, not one image of any model goes wrong with 1 changed pixel.');
    expect(details[0]).toBe(
      'That is 0.0 % (0.0–70.8) of 3 images where the fewest were finished, so Pi is 0 there.',
    );
    expect(details[1]).toBe('1 of the 7 counts was measured for every model.');
  });

  it('where nothing went wrong names the models that were measured', async () => {
    const { headline, details } = await findingOf({
      images: 100,
      complete: false,
      models: [
        { id: 'resnet', wrongAt: never, doneAt: upTo(4, 100) },
        { id: 'vgg', wrongAt: never, doneAt: upTo(8, 100) },
        { id: 'alexnet', wrongAt: never, doneAt: never },
      ],
    });
    expect(headline).toBe(
      'So far, not one image of ResNet and VGG goes wrong with up to 4 changed pixels.',
    );
    expect(details[1]).toBe('3 of the 7 counts were measured for ResNet and VGG.');
  });

  it('where no setting was measured throughout, speaks of what was finished', async () => {
    const { headline } = await findingOf({
      images: 100,
      complete: false,
      changes: { grid: { counts: [4], values: ['replace', { offset: 40 }], regions: [1] } },
      models: [
        {
          id: 'resnet',
          wrongAt: never,
          doneAt: ({ value }) => (value === 'replace' ? 100 : 0),
        },
      ],
    });
    expect(headline).toBe('So far, not one image goes wrong in what was finished.');
  });

  it('claims of no model that was not measured that it stays under 5 %', async () => {
    const unfinished = { id: 'alexnet', wrongAt: never, doneAt: upTo(8, 100) };
    const low = [
      { id: 'resnet', wrongAt: () => 1 },
      { id: 'vgg', wrongAt: () => 2 },
    ];
    const two = await findingOf({ images: 500, complete: false, models: [...low, unfinished] });
    expect(two.headline).toBe(
      'Neither ResNet nor VGG gets 5 % of its images wrong with up to 64 changed pixels.',
    );
    const third = { id: 'densenet', wrongAt: () => 3 };
    const three = await findingOf({
      images: 500,
      complete: false,
      models: [...low, third, unfinished],
    });
    expect(three.headline).toBe(
      'None of ResNet, VGG and DenseNet gets 5 % of its images wrong with up to 64 changed pixels.',
    );
  });

  it('says "every model" of none that was not measured', async () => {
    const { result, headline, details } = await findingOf({
      images: 100,
      complete: false,
      models: [
        { id: 'resnet', wrongAt: () => 100 },
        { id: 'vgg', wrongAt: () => 100 },
        { id: 'alexnet', wrongAt: never, doneAt: never },
      ],
    });
    expect(headline).toBe(
      'With 1 changed pixel, each of ResNet and VGG already gets more than 5 % of its images wrong.',
    );
    expect(details[0]).toBe(
      `With 64 changed pixels, each of ResNet and VGG gets ${share(result, 'vgg', { count: 64 })} of its images wrong.`,
    );
  });

  it('says that models were not compared where they were not measured', async () => {
    const { details } = await findingOf({
      images: 400,
      complete: false,
      models: [
        { id: 'resnet', wrongAt: () => 200 },
        { id: 'vgg', wrongAt: () => 200 },
        { id: 'alexnet', wrongAt: () => 200, doneAt: upTo(8, 400) },
      ],
    });
    expect(details.slice(-2)).toEqual([
      'At that count, none of the compared models can be told apart.',
      '2 of 3 pairs are not compared, as the run ended before both models were measured on the same images with 64 changed pixels.',
    ]);
  });

  it('ranks the compared models alone', async () => {
    const { details } = await findingOf({
      images: 400,
      complete: false,
      models: [
        { id: 'resnet', wrongAt: () => 20 },
        { id: 'vgg', wrongAt: () => 200 },
        { id: 'alexnet', wrongAt: () => 200, doneAt: upTo(8, 400) },
      ],
    });
    expect(details.slice(-2)).toEqual([
      'At that count, these differ: ResNet and VGG.',
      '2 of 3 pairs are not compared, as the run ended before both models were measured on the same images with 64 changed pixels.',
    ]);
  });

  it('gives the true reason where no pair was compared', async () => {
    const wrongAt = () => 50;
    const cut = await findingOf({
      images: 100,
      complete: false,
      models: [
        { id: 'resnet', wrongAt, doneAt: upTo(1, 100) },
        { id: 'vgg', wrongAt, doneAt: upTo(1, 100) },
      ],
    });
    expect(cut.details.at(-1)).toBe(
      'The models are not ranked: the run ended before any two were measured on the same images with 64 changed pixels.',
    );
    const sizes = await findingOf({
      images: 100,
      models: [
        { id: 'resnet', wrongAt },
        { id: 'vgg', wrongAt, side: 32 },
      ],
    });
    expect(sizes.details.at(-1)).toBe(
      'The models see images of different sizes, so they are not ranked.',
    );
  });
});

it('models that have no image in common are not called different in size', async () => {
  const { result } = await findingOf({
    images: 100,
    changes: { eligibility: 'own' },
    models: [
      { id: 'resnet', wrongAt: () => 10 },
      { id: 'vgg', wrongAt: () => 10, cleanWrong: 100 },
    ],
  });
  expect(describeFinding(result, (id) => id).details.at(-1)).toBe(
    'The models are not ranked: no image counts for two of them.',
  );
});

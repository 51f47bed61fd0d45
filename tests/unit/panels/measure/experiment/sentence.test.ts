import { describe, expect, it } from 'vitest';
import {
  rankPieces,
  sentencePieces,
} from '../../../../../src/panels/measure/experiment/sentence/sentence-pieces.ts';
import { pieceText } from '../../../../../src/panels/shared/sentence/pieces.ts';
import type { Spec } from '../../../../../src/protocol/spec.ts';
import { presetSpec } from '../../../../../src/state/experiment/presets.ts';
import { modelName } from '../../../../../src/state/models/model-list.ts';

type Grid = Spec['grid'];

const base = presetSpec('count');

function grid(changes: Partial<Grid>): Spec {
  return { ...base, grid: { ...base.grid, ...changes } };
}

/** No-break spaces are written as spaces here. */
function read(spec: Spec): string {
  return pieceText(sentencePieces(spec, modelName)).replaceAll('\u00a0', ' ');
}

function start(spec: Spec): string {
  return read(spec).split(', in 500 test images')[0] ?? '';
}

function end(spec: Spec): string {
  return read(spec).split(' each, counting ')[1] ?? '';
}

function rank(spec: Spec): string {
  return pieceText(rankPieces(spec)).replaceAll('\u00a0', ' ');
}

describe('the sentence', () => {
  it('tells the whole experiment', () => {
    expect(read(base)).toBe(
      'Change 1 to 64 pixels to random values anywhere in the whole image, in 500 test images, ' +
        'one draw each, counting those that all 5 models get right, seed 7.',
    );
  });

  it.each([
    [[1], 'Change 1 pixel to'],
    [[5], 'Change 5 pixels to'],
    [[1, 2], 'Change 1 to 2 pixels to'],
    [[4, 6], 'Change 4 and 6 pixels to'],
    [[4, 6, 1000], 'Change 4, 6 and 1,000 pixels to'],
    [[3, 4, 5, 6, 90], 'Change 3 to 90 pixels in 5 steps to'],
  ])('tells the counts %j', (counts, words) => {
    expect(start(grid({ counts })).startsWith(words)).toBe(true);
  });

  it.each<[Grid['values'], string]>([
    [[{ offset: 40 }], 'by up to ±40 anywhere'],
    [
      [{ offset: 10 }, { offset: 40 }, { offset: 127 }],
      'by up to ±10, ±40 and ±127 in turn anywhere',
    ],
    [['replace', { offset: 40 }], 'to random values and by up to ±40 in turn anywhere'],
  ])('tells the values %j', (values, words) => {
    expect(start(grid({ values }))).toContain(words);
  });

  it.each([
    [[0.5], 'random values inside the centred square of 50 % of the side'],
    [[0.125], 'inside the centred square of 12.5 % of the side'],
    [[1, 0.9, 0.25], 'inside centred squares of 100, 90 and 25 % of the side in turn'],
  ])('tells the regions %j', (regions, words) => {
    expect(start(grid({ regions })).endsWith(words)).toBe(true);
  });

  it('tells a single image, and several draws', () => {
    const images = { source: 'roadside', split: 'validation', count: 1 } as const;
    expect(read({ ...base, images, draws: 3 })).toContain('in 1 validation image, 3 draws each,');
  });

  it('tells images that come from files', () => {
    const images = { source: 'folder', path: 'signs' } as const;
    expect(read({ ...base, images })).toContain('in all images of signs, one draw each');
  });

  it.each<[Spec['eligibility'], string[], string]>([
    ['common', ['vgg'], 'those that VGG gets right, seed 7.'],
    ['common', ['resnet', 'vgg'], 'those that ResNet and VGG both get right, seed 7.'],
    ['common', ['resnet', 'vgg', 'mine'], 'those that ResNet, VGG and mine all get right, seed 7.'],
    ['common', ['resnet', 'vgg', 'alexnet', 'mine'], 'those that all 4 models get right, seed 7.'],
    ['own', ['vgg'], 'for VGG the images it gets right, seed 7.'],
    ['own', ['resnet', 'vgg'], 'for ResNet and VGG the images each gets right itself, seed 7.'],
    ['all', ['resnet', 'mine'], 'every image for ResNet and mine, seed 7.'],
  ])('tells which images count: %s of %j', (eligibility, models, words) => {
    expect(end({ ...base, eligibility, models })).toBe(words);
  });
});

describe('the sentence of the ranking', () => {
  it('names the largest count unless another cell is chosen', () => {
    expect(rank(base)).toBe('The models are ranked at 64 pixels.');
    const rankAt = { count: 1, value: 'replace', region: 1 } as const;
    expect(rank({ ...base, rankAt })).toBe('The models are ranked at 1 pixel.');
  });

  it('names value and region where there are several', () => {
    expect(rank(grid({ values: ['replace', { offset: 40 }], regions: [0.5, 0.25] }))).toBe(
      'The models are ranked at 64 pixels, random values, 50 % of the side.',
    );
  });

  it('is left out where the grid has one cell', () => {
    expect(rank(presetSpec('pi'))).toBe('');
  });
});

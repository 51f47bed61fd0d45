import { describe, expect, it } from 'vitest';
import { repairPieces } from '../../../../src/panels/repair/draft/repair-pieces.ts';
import { pieceText } from '../../../../src/panels/shared/sentence/pieces.ts';
import type { RepairSpec } from '../../../../src/protocol/repair.ts';
import { modelName } from '../../../../src/state/models/model-list.ts';
import { paperRepair } from '../../../../src/state/repair/repair-draft.ts';

function sentence(changes: Partial<RepairSpec>): string {
  const spec = paperRepair('resnet');
  const pieces = repairPieces({ ...spec, repair: { ...spec.repair, ...changes } }, modelName);
  return pieceText(pieces).replaceAll('\u00a0', ' ');
}

describe('a repair as a sentence', () => {
  it('says the protocol of the paper, with a model for each number of pixels', () => {
    expect(sentence({})).toBe(
      'Train the last layer of ResNet on 1,000 training images with 4, 8, 16, 32 or 64 random pixels changed to random values anywhere in the whole image, for 20 epochs: 5 repaired models. Compare them with the original on 500 test images, seed 7.',
    );
  });

  it('speaks of one model, one image and one epoch in the singular', () => {
    expect(sentence({ counts: [8], images: 1, epochs: 1 })).toBe(
      'Train the last layer of ResNet on 1 training image with 8 random pixels changed to random values anywhere in the whole image, for 1 epoch. Compare it with the original on 500 test images, seed 7.',
    );
  });

  it('says how large a change is and where the pixels lie', () => {
    expect(sentence({ counts: [8], value: { offset: 40 }, region: 0.5, layers: 'all' })).toContain(
      'Train the whole network of ResNet on 1,000 training images with 8 random pixels changed by up to ±40 inside the centred square of 50 % of the side, for',
    );
  });

  it('says of other samples that changed pixels only choose among the epochs', () => {
    expect(sentence({ arm: 'noise', counts: [4] })).toContain(
      'with Gaussian noise, for 20 epochs, the best of them on validation images with 4 changed pixels. Compare it',
    );
    expect(sentence({ arm: 'noise', counts: [4], take: 'last' })).toContain(
      'with Gaussian noise, for 20 epochs. Compare it',
    );
  });
});

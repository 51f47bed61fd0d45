import { expect, test } from 'vitest';
import { basisText, captionOf } from '../../../../../src/panels/repair/results/basis.ts';
import { constructDistance, constructRepair } from '../../../../support/constructed-repair.ts';

const result = constructRepair({
  images: 200,
  counts: [64],
  clean: 190,
  right: () => 160,
  models: [{ count: 4, clean: [0, 0], at: () => [1, 0] }],
});

test('the figures say what they rest on', () => {
  const distances = [constructDistance('resnet-repaired-4', 'input', 80, 50)];
  expect(basisText({ ...result, distances })).toEqual([
    'Trained on 100 images, judged on 200 held-out ones (80 measured for distance); seed 7.',
    'In brackets: 95 % intervals.',
  ]);
});

test('a run that ended early names what was judged, no more', () => {
  const ended = { ...result, heldOut: null, manifest: { ...result.manifest, complete: false } };
  expect(basisText(ended)).toEqual([
    'Trained on 100 images, not judged on held-out images; seed 7.',
    'In brackets: 95 % intervals.',
    'The run is not complete: this rests on what was finished.',
  ]);
});

test('a saved figure says how the model was repaired and on which day', () => {
  expect(captionOf(result, 'ResNet')).toEqual([
    'ResNet, repaired with changed pixels, 20 epochs, learning rate 0.001, the last layer free.',
    'Trained on 100 images, judged on 200 held-out ones; seed 7. In brackets: 95 % intervals. Pixelproof, 31 January 2026.',
  ]);
});

test('one epoch is one epoch', () => {
  const { spec } = result;
  if (spec.repair === undefined) throw new Error('a repair has its settings');
  const once = { ...result, spec: { ...spec, repair: { ...spec.repair, epochs: 1 } } };
  expect(captionOf(once, 'ResNet')[0]).toContain(', 1 epoch, learning rate');
});

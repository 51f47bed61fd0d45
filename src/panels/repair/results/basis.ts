import { integer } from '../../../charts/format.ts';
import type { RepairResult } from '../../../protocol/repair-result.ts';

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** What the figures of a repair rest on, in sentences: denominators, seed, intervals, tests. */
export function basisText({ sets, spec, heldOut, manifest }: RepairResult): string[] {
  const { draws, seed, repair } = spec;
  const images = heldOut?.images ?? sets.test.images;
  const each = draws > 1 ? `, each with ${integer(draws)} draws` : '';
  const attacked =
    repair !== undefined && repair.epsilons.length > 0
      ? [`${integer(Math.min(images, repair.attackImages))} of them attacked`]
      : [];
  const measured =
    repair === undefined
      ? []
      : [`${integer(Math.min(images, repair.distanceImages))} measured for distance`];
  const parts = [...attacked, ...measured].join(', ');
  return [
    `Trained on ${integer(sets.train.images)} images, judged on ${integer(images)} held-out ones${each}${parts === '' ? '' : ` (${parts})`}; seed ${seed}.`,
    'In brackets: 95 % intervals.',
    ...(manifest.complete ? [] : ['The run is not complete: this rests on what was finished.']),
  ];
}

/** The words under a saved figure: what was repaired and how, denominators, seed and day. */
export function captionOf(result: RepairResult, name: string): string[] {
  const { repair } = result.spec;
  const how =
    repair === undefined
      ? ''
      : ` with ${repair.arm === 'pixels' ? 'changed pixels' : repair.arm}, ${repair.epochs} epochs, learning rate ${repair.learningRate}, ${repair.layers === 'last' ? 'the last layer' : repair.layers === 'block' ? 'the last block' : 'all layers'} free`;
  return [
    `${name}, repaired${how}.`,
    `${basisText(result).join(' ')} Pixelproof, ${day.format(new Date(result.manifest.start))}.`,
  ];
}

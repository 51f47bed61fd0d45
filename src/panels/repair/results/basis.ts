import { integer } from '../../../run/number-text.ts';
import type { RepairResult } from '../../../protocol/repair-result.ts';
import { epochsText } from '../../../run/finding/repair/repair-wording.ts';
import { dayText } from '../../../run/day-text.ts';

/** What the figures of a repair rest on, in sentences: denominators, seed, intervals, tests. */
export function basisText(result: RepairResult): string[] {
  const { sets, spec, heldOut, attacks, distances, manifest } = result;
  const { draws, seed } = spec;
  const each = draws > 1 ? `, each with ${integer(draws)} draws` : '';
  const judged =
    heldOut === null
      ? 'not judged on held-out images'
      : `judged on ${integer(heldOut.images)} held-out ones${each}`;
  const attacked = attacks?.[0] && `${integer(attacks[0].images)} of them attacked`;
  const measured = distances?.[0] && `${integer(distances[0].images)} measured for distance`;
  const parts = [attacked, measured].filter((part) => part !== undefined).join(', ');
  return [
    `Trained on ${integer(sets.train.images)} images, ${judged}${parts === '' ? '' : ` (${parts})`}; seed ${seed}.`,
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
      : ` with ${repair.arm === 'pixels' ? 'changed pixels' : repair.arm}, ${epochsText(repair.epochs)}, learning rate ${repair.learningRate}, ${repair.layers === 'last' ? 'the last layer' : repair.layers === 'block' ? 'the last block' : 'all layers'} free`;
  return [
    `${name}, repaired${how}.`,
    `${basisText(result).join(' ')} Pixelproof, ${dayText(result.manifest.start)}.`,
  ];
}

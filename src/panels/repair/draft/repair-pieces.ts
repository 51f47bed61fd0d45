import { integer } from '../../../run/number-text.ts';
import type { RepairArm, RepairLayers } from '../../../protocol/repair.ts';
import type { RepairExperiment } from '../../../run/repair/repair-types.ts';
import { imagesOfRole } from '../../../state/repair/repair-images.ts';
import { imagesPhrase, regionsPhrase, valuesPhrase } from '../../shared/sentence/phrases.ts';
import { around, type Piece } from '../../shared/sentence/pieces.ts';

export type RepairPart =
  | 'layers'
  | 'model'
  | 'images'
  | 'counts'
  | 'arm'
  | 'value'
  | 'region'
  | 'epochs'
  | 'test'
  | 'seed';

const nbsp = '\u00a0';
const anyOf = new Intl.ListFormat('en-GB', { type: 'disjunction' });

export const layersText: Readonly<Record<RepairLayers, string>> = {
  last: 'last layer',
  block: 'last block',
  all: 'whole network',
};

export const armText: Readonly<Record<RepairArm, string>> = {
  pixels: 'random pixels',
  noise: 'Gaussian noise',
  'flip-shift': 'flips and shifts',
  erasing: 'a random patch erased',
};

function samples({ repair }: RepairExperiment): Piece<RepairPart>[] {
  const { arm, counts, value, region } = repair;
  if (arm !== 'pixels') {
    return [' with ', { part: 'arm', text: armText[arm] }];
  }
  return [
    ' with ',
    { part: 'counts', text: anyOf.format(counts.map(integer)) },
    ' ',
    { part: 'arm', text: armText.pixels },
    ' changed ',
    ...around<RepairPart>('value', valuesPhrase([value])),
    ' ',
    ...around<RepairPart>('region', regionsPhrase([region])),
  ];
}

/** How the samples that choose the epoch are changed, where the training ones say nothing of it. */
function chosenBy({ repair }: RepairExperiment): Piece<RepairPart>[] {
  if (repair.arm === 'pixels' || repair.take === 'last') return [];
  const text = repair.counts.map(integer).join(', ');
  return [
    ', the best of them on validation images with ',
    { part: 'counts', text },
    ' changed pixels',
  ];
}

/** The repair as a sentence whose parts can be edited. */
export function repairPieces(
  spec: RepairExperiment,
  nameOf: (id: string) => string,
): Piece<RepairPart>[] {
  const { repair, images, seed } = spec;
  const { model, layers, counts, epochs } = repair;
  return [
    'Train the ',
    { part: 'layers', text: layersText[layers] },
    ' of ',
    { part: 'model', text: nameOf(model) },
    ' on ',
    { part: 'images', text: imagesPhrase(imagesOfRole(spec, 'train')) },
    ...samples(spec),
    ', for ',
    { part: 'epochs', text: `${integer(epochs)}${nbsp}${epochs === 1 ? 'epoch' : 'epochs'}` },
    ...chosenBy(spec),
    counts.length === 1 ? '. Compare it ' : `: ${counts.length} repaired models. Compare them `,
    'with the original on ',
    { part: 'test', text: imagesPhrase(images) },
    ', seed ',
    { part: 'seed', text: String(seed) },
    '.',
  ];
}

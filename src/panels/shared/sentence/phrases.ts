import { integer, pixelsOf } from '../../../run/number-text.ts';
import type { ImagePart } from '../../../protocol/images-spec.ts';
import { specModelId } from '../../../protocol/model-id.ts';
import type { ImagesSpec, RankCell, Spec, SpecPixelValue } from '../../../protocol/spec.ts';
import { areDoublings } from '../../../state/experiment/count-list.ts';
import { bundledModelIds } from '../../../run/bundled-models.ts';

/** No-break space: a number and its unit stay on one line. */
const nbsp = '\u00a0';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** More than this many counts are told by their ends. */
const MOST_LISTED_COUNTS = 4;
/** More models than this are told by their number. */
const MOST_NAMED_MODELS = 3;

/** "1 to 64 pixels", "5 pixels", "4, 6 and 9 pixels", "3 to 90 pixels in 6 steps" */
export function countsPhrase(counts: readonly number[]): string {
  const [first = 0] = counts;
  const last = counts.at(-1) ?? first;
  if (counts.length === 1) return pixelsOf(first);
  const range = `${integer(first)} to ${pixelsOf(last)}`;
  if (areDoublings(counts)) return range;
  if (counts.length > MOST_LISTED_COUNTS) return `${range} in ${counts.length}${nbsp}steps`;
  return `${list.format(counts.map(integer))}${nbsp}pixels`;
}

/** "±40" */
export function offsetText(offset: number): string {
  return `±${offset}`;
}

/** "random values" or "±40" */
export function valueText(value: SpecPixelValue): string {
  return value === 'replace' ? 'random values' : offsetText(value.offset);
}

/** Words around a part of the sentence, and those of the part itself. */
export interface Phrase {
  readonly before: string;
  readonly part: string;
  readonly after: string;
}

/** to "random values", by up to "±40", by up to "±10 and ±40" in turn */
export function valuesPhrase(values: readonly SpecPixelValue[]): Phrase {
  const offsets = values.flatMap((value) => (value === 'replace' ? [] : offsetText(value.offset)));
  const hasReplace = offsets.length < values.length;
  const after = values.length > 1 ? ' in turn' : '';
  if (!hasReplace) return { before: 'by up to ', part: list.format(offsets), after };
  const both = [
    'random values',
    ...(offsets.length > 0 ? [`by up to ${list.format(offsets)}`] : []),
  ];
  return { before: 'to ', part: both.join(' and '), after };
}

function sideText(region: number): string {
  return String(Number((region * 100).toFixed(2)));
}

/** "50 %" */
export function sidePercent(region: number): string {
  return `${sideText(region)}${nbsp}%`;
}

/** anywhere in the "whole image", inside the centred square of "50 %" of the side */
export function regionsPhrase(regions: readonly number[]): Phrase {
  const [first = 1] = regions;
  const part = `${list.format(regions.map(sideText))}${nbsp}%`;
  if (regions.length > 1) {
    return { before: 'inside centred squares of ', part, after: ' of the side in turn' };
  }
  if (first === 1) return { before: 'anywhere in the ', part: 'whole image', after: '' };
  return { before: 'inside the centred square of ', part, after: ' of the side' };
}

/** "whole image" or "50 % of the side" */
export function regionText(region: number): string {
  return region === 1 ? 'whole image' : `${sidePercent(region)} of the side`;
}

/** " (part 5 of 5)", " (parts 1, 2 and 3 of 5)"; empty for the whole. */
function partText(part: ImagePart | undefined): string {
  if (part === undefined) return '';
  const heaps = list.format(part.take.map(integer));
  return ` (${part.take.length === 1 ? 'part' : 'parts'}${nbsp}${heaps} of${nbsp}${part.of})`;
}

/** "500 test images", "1 validation image", "all images of signs" */
export function imagesPhrase(images: ImagesSpec): string {
  const { count } = images;
  const noun = count === 1 ? 'image' : 'images';
  const number = count === undefined ? 'all' : integer(count);
  if (images.source !== 'roadside') {
    const without = images.labels === 'predicted' ? ' without labels' : '';
    return `${number}${nbsp}${noun} of ${images.path}${without}${partText(images.part)}`;
  }
  const split = images.split === 'train' ? 'training' : images.split;
  return `${number}${nbsp}${split} ${noun}`;
}

/** "one draw", "3 draws" */
export function drawsPhrase(draws: number): string {
  return draws === 1 ? 'one draw' : `${integer(draws)}${nbsp}draws`;
}

/** "ResNet", "ResNet, VGG and AlexNet", "all 5 models" */
export function modelsPhrase(models: Spec['models'], nameOf: (id: string) => string): string {
  const ids = models.map(specModelId);
  const areAllBundled =
    ids.length === bundledModelIds.length && bundledModelIds.every((id) => ids.includes(id));
  if (areAllBundled || ids.length > MOST_NAMED_MODELS) return `all ${ids.length}${nbsp}models`;
  return list.format(ids.map(nameOf));
}

/** "64 pixels", with the value and the region where the grid has several of them. */
export function rankPhrase({ count, value, region }: RankCell, { grid }: Pick<Spec, 'grid'>) {
  return [
    pixelsOf(count),
    ...(grid.values.length > 1 ? [valueText(value)] : []),
    ...(grid.regions.length > 1 ? [regionText(region)] : []),
  ].join(', ');
}

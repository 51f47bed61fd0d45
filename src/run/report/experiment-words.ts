import { specModelId } from '../../protocol/model-id.ts';
import type { ImagesSpec, Spec, SpecPixelValue } from '../../protocol/spec.ts';
import { bundledModels } from '../bundled-models.ts';
import { measureOf } from '../labels.ts';
import { listOf, type NameOf } from '../finding/wording.ts';
import { integer } from '../number-text.ts';

/** Names of the models of a spec: the bundled ones as people write them, others by their id. */
export function modelNamesOf({ models }: Pick<Spec, 'models'>): NameOf {
  const bundled = new Set(models.filter((model) => typeof model === 'string'));
  const names = new Map(bundledModels.map(({ id, name }) => [id, name]));
  return (id) => (bundled.has(id) ? (names.get(id) ?? id) : id);
}

/** "ResNet, VGG and net" */
export function modelsText(spec: Pick<Spec, 'models'>): string {
  const nameOf = modelNamesOf(spec);
  return listOf(spec.models.map((model) => nameOf(specModelId(model))));
}

const places = { folder: 'folder', zip: 'archive', csv: 'table' } as const;

/** "the first 1,000 images of the test split of Roadside", "all images of the folder pictures" */
export function imagesText(images: ImagesSpec): string {
  const { count } = images;
  const some = count === undefined ? 'all' : `the first ${integer(count)}`;
  const noun = count === 1 ? 'image' : 'images';
  if (images.source === 'roadside') {
    return `${some} ${noun} of the ${images.split} split of Roadside`;
  }
  const { part } = images;
  const heap =
    part === undefined
      ? ''
      : `, part ${listOf(part.take.map(String))} of ${part.of} dealt out in turn`;
  return `${some} ${noun} of the ${places[images.source]} ${images.path}${heap}`;
}

/** "1, 2 and 4 pixels" */
export function countsText(counts: readonly number[]): string {
  const last = counts.at(-1) ?? 0;
  return `${listOf(counts.map(integer))} ${counts.length === 1 && last === 1 ? 'pixel' : 'pixels'}`;
}

/** "random values", "±40" */
export function valueName(value: SpecPixelValue): string {
  return value === 'replace' ? 'random values' : `±${value.offset}`;
}

/** "set to random values", "moved by up to ±40" */
function valueVerb(value: SpecPixelValue): string {
  return value === 'replace' ? 'set to random values' : `moved by up to ±${value.offset}`;
}

/** "100 % of the side" */
export function regionName(region: number): string {
  return region === 1 ? 'whole image' : `central ${sidePercent(region)} of the side`;
}

/** "75 %" */
export function sidePercent(region: number): string {
  return `${Number((100 * region).toFixed(2))} %`;
}

function whereText(regions: readonly number[]): string {
  const [first = 1] = regions;
  if (regions.length > 1) {
    return `inside centred rectangles of ${listOf(regions.map(sidePercent))} of the sides, one after another`;
  }
  return first === 1
    ? 'anywhere in the image'
    : `inside the centred rectangle of ${sidePercent(first)} of the sides`;
}

/** "1, 4 and 16 pixels are set to random values anywhere in the image" */
export function changeText({ counts, values, regions }: Spec['grid']): string {
  const verbs = values.map(valueVerb);
  const turn = values.length > 1 ? ', each in turn,' : '';
  const verb = counts.length === 1 && counts[0] === 1 ? 'is' : 'are';
  return `${countsText(counts)} ${verb} ${listOf(verbs)}${turn} ${whereText(regions)}`;
}

/** "once an image", "with 5 independent draws an image" */
export function drawsText(draws: number): string {
  return draws === 1 ? 'with one draw an image' : `with ${integer(draws)} draws an image`;
}

/** Which images are in the denominator, as a sentence. */
export function eligibleText(spec: Pick<Spec, 'eligibility' | 'models' | 'images'>): string {
  if (measureOf(spec) === 'agreement') {
    return 'The images have no labels: each model is judged by its own answer on the unchanged image.';
  }
  switch (spec.eligibility) {
    case 'common':
      return spec.models.length === 1
        ? 'Only images that the model classifies correctly unchanged are counted.'
        : 'Only images that every model classifies correctly unchanged are counted.';
    case 'own':
      return 'For each model, only images that it classifies correctly unchanged itself are counted.';
    case 'all':
      return 'All images are counted, whether they were classified correctly unchanged or not.';
  }
}

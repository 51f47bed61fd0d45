import { changePixels } from '../../core/pixel-change.ts';
import { placeGrid } from '../../core/place-grid.ts';
import type { PlacesAnswer, PlacesRequest } from '../../protocol/inspect.ts';
import type { SpecPixelValue } from '../../protocol/spec.ts';
import type { InspectedModel } from './inspected-model.ts';
import { signedMargin } from './signed-margin.ts';

function coreValue(value: SpecPixelValue) {
  return value === 'replace'
    ? ({ kind: 'replace' } as const)
    : ({ kind: 'offset', magnitude: value.offset } as const);
}

/**
 * Changes all pixels of one cell after the other, several times each, and asks what comes of it. The
 * words of a draw are the same at every place, so that places are compared by the same noise.
 * @throws RangeError where the places are not those of the picture
 */
export async function classifyPlaces(
  { geometry: { height, width }, check, judge }: InspectedModel,
  request: Omit<PlacesRequest, 'model'>,
): Promise<PlacesAnswer> {
  const begun = performance.now();
  const { picture, label, side, seed, value, draws, first, places } = request;
  check(picture.bytes, label);
  const grid = placeGrid(height, width, side);
  const pictures: Uint8Array[] = [];
  for (let place = first; place < first + places; place += 1) {
    const region = grid.rectOf(place);
    for (let draw = 0; draw < draws; draw += 1) {
      const changed = new Uint8Array(picture.bytes.length);
      changePixels(picture.bytes, changed, {
        seed,
        imageKey: picture.key,
        draw,
        count: region.height * region.width,
        value: coreValue(value),
        height,
        width,
        region,
      });
      pictures.push(changed);
    }
  }
  const { logits, predicted } = await judge(pictures);
  const flips = new Uint16Array(places);
  const margin = new Float32Array(places);
  const firstFlip = new Int32Array(places).fill(-1);
  for (let at = 0; at < places; at += 1) {
    let sum = 0;
    for (let draw = 0; draw < draws; draw += 1) {
      const index = at * draws + draw;
      sum += signedMargin(logits[index] ?? new Float32Array(), label).margin;
      if (predicted[index] === label) continue;
      flips[at] = (flips[at] ?? 0) + 1;
      if (firstFlip[at] === -1) firstFlip[at] = draw;
    }
    margin[at] = sum / draws;
  }
  return { flips, margin, firstFlip, seconds: (performance.now() - begun) / 1000 };
}

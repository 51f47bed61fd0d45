import type { Spec } from '../../../../protocol/spec.ts';
import { measureWords } from '../../../../run/finding/measure-words.ts';
import { pixelsOf } from '../../../../run/number-text.ts';
import type { CurveMeasure } from '../../../../state/answer/view-store.ts';

/** What will be drawn once the experiment runs, and which line is that of a robust model. */
export function expectedText(spec: Pick<Spec, 'grid' | 'images'>, measure: CurveMeasure): string {
  const { counts, values, regions } = spec.grid;
  const { right, wrong } = measureWords(spec);
  const drawn = {
    accuracy: `the share of images ${right}`,
    wrong: `the share of images ${wrong}`,
    pi: 'the Pixel-index',
  }[measure];
  const stays = measure === 'accuracy' ? 'high' : 'low';
  const first = Math.min(...counts);
  const last = Math.max(...counts);
  if (values.length > 1 || regions.length > 1) {
    return `One line for each setting is drawn here. A line that stays ${stays} is a robust model.`;
  }
  return first === last
    ? `Each model gets one mark here: ${drawn} with ${pixelsOf(first)} changed.`
    : `Each model draws one line here: ${drawn}, from ${first} changed pixel${first === 1 ? '' : 's'} to ${last}. A line that stays ${stays} belongs to a robust model.`;
}

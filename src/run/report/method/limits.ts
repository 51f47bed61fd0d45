import type { AnyResult } from '../../result-file/parse-result.ts';

/** With fewer images the 95 % interval of none wrong reaches above 5 %. */
const SHOWS_UNDER_FIVE_PER_CENT = 72;

/** Said where the images are too few to show much. */
export function fewImagesLimit(eligible: readonly number[]): string[] {
  const fewest = Math.min(...eligible);
  if (!Number.isFinite(fewest) || fewest >= SHOWS_UNDER_FIVE_PER_CENT) return [];
  return [
    `There are ${fewest} eligible images where they are fewest: too few to show that less than 5 % go wrong, even if none does.`,
  ];
}

/** What no result says, whatever its kind. */
export function commonLimits({ spec, manifest }: AnyResult): string[] {
  const where =
    spec.images.source === 'roadside'
      ? 'The images are generated pictures of road signs. The intervals cover which of them were drawn; they do not carry over to photographs.'
      : 'The intervals cover which images of this kind were drawn. They do not carry over to images of another kind, size or source.';
  const draws =
    spec.draws === 1
      ? ['Each image was changed by one draw. Another seed changes other pixels.']
      : [];
  const state = manifest.complete
    ? []
    : ['The run is not complete. The numbers cover the classifications that were finished.'];
  return [
    ...state,
    where,
    ...draws,
    'Intervals are pointwise: of twenty of them, one may miss its figure by chance.',
  ];
}

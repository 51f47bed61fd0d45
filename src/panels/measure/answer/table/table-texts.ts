import type { Spec } from '../../../../protocol/spec.ts';
import { measureWords } from '../../../../run/finding/measure-words.ts';
import type { TableMeasure } from '../../../../state/answer/view-store.ts';

/** What the entries of the table are. */
export function explanationOf(
  measure: TableMeasure,
  spec: Pick<Spec, 'eligibility' | 'images'>,
): string {
  const { eligibility } = spec;
  const images = eligibility === 'all' ? 'images' : 'eligible images';
  switch (measure) {
    case 'accuracy':
      return `Share of ${images} ${measureWords(spec).right}, with its 95 % interval.`;
    case 'wrong':
      return `Classifications of ${images} that are ${measureWords(spec).wrong}, of all.`;
    case 'pi':
      return eligibility === 'all'
        ? 'Pi has no meaning where every image counts: it is the share of images that were right before a pixel was changed.'
        : `Pixel-index Pi = w / (p · r · a): the share ${measureWords(spec).bad} (w) for the share of pixels changed (p), the width of the values (r) and the share of the image they lie in (a). Smaller is more robust; compare it only within a row.`;
    case 'delta':
      return 'Mean change of the three channels of the changed pixels, in steps of 255; known when the run has ended. Clipping at black and white makes it smaller than half the magnitude.';
  }
}

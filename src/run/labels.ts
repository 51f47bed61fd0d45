import type { Spec } from '../protocol/spec.ts';

/**
 * No class: nobody says what the image shows. Each model is then judged by the class that it gives
 * the unchanged image itself.
 */
export const NO_LABEL = 0xffff;

/**
 * The class that an answer of a model about an image is judged by: the label, or where there is
 * none the model's own class of the unchanged image, `NOT_DONE` while that is missing.
 * @param clean predicted class of each unchanged image, by model
 */
export function labelAt(
  labels: Uint16Array,
  clean: readonly Uint16Array[],
  model: number,
  image: number,
): number {
  const label = labels[image] ?? NO_LABEL;
  return label === NO_LABEL ? (clean[model]?.[image] ?? NO_LABEL) : label;
}

/** What the right share of a run is called: with labels `accuracy`, without them `agreement`. */
export function measureOf({ images }: Pick<Spec, 'images'>): 'accuracy' | 'agreement' {
  return images.source !== 'roadside' && images.labels === 'predicted' ? 'agreement' : 'accuracy';
}

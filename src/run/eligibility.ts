import type { Eligibility } from '../protocol/spec.ts';
import { NO_LABEL } from './labels.ts';
import { NOT_DONE } from './predictions.ts';

/**
 * Whether image i counts for one model, judged on the unchanged images.
 * `common`: every model is right; `own`: this model is right; `all`: always. Where an image has no
 * label, every model is right about it. False while a prediction that decides is missing.
 * @param clean predicted class of each unchanged image, by model
 */
export function isEligible(
  mode: Eligibility,
  clean: readonly Uint16Array[],
  labels: Uint16Array,
  model: number,
  image: number,
): boolean {
  const own = clean[model]?.[image] ?? NOT_DONE;
  if (own === NOT_DONE) return false;
  if (mode === 'all') return true;
  const label = labels[image];
  if (label === NO_LABEL) {
    return mode === 'own' || clean.every((predicted) => predicted[image] !== NOT_DONE);
  }
  if (mode === 'own') return own === label;
  return clean.every((predicted) => predicted[image] === label);
}

/** For each model, one byte an image: 1 where {@link isEligible}. */
export function eligibleMasks(
  mode: Eligibility,
  clean: readonly Uint16Array[],
  labels: Uint16Array,
): Uint8Array[] {
  return clean.map((predicted, model) =>
    Uint8Array.from(predicted, (_, image) =>
      isEligible(mode, clean, labels, model, image) ? 1 : 0,
    ),
  );
}

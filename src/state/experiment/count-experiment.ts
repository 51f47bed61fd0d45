import { specSchema, type Spec } from '../../protocol/spec.ts';
import { bundledModelIds } from '../models/bundled-models.ts';

/** Counts of the first experiment, increasing. */
export const pixelCounts: readonly number[] = [1, 2, 4, 8, 16, 32, 64];

/** What a person can set in the count experiment. */
export interface CountExperiment {
  /** Test images, 1 or more. */
  readonly images: number;
  /** Seed of the draws, a safe integer of at least 0. */
  readonly seed: number;
}

/**
 * The count experiment as a spec: `replace` at 1 to 64 pixels of the whole image, the five bundled
 * models, images that all of them get right.
 */
export function countExperimentSpec({ images, seed }: CountExperiment): Spec {
  return specSchema.parse({
    version: 1,
    name: 'count',
    seed,
    models: [...bundledModelIds],
    images: { source: 'roadside', split: 'test', count: images },
    eligibility: 'common',
    draws: 1,
    grid: { counts: [...pixelCounts], values: ['replace'], regions: [1] },
    rankAt: { count: 64, value: 'replace', region: 1 },
  });
}

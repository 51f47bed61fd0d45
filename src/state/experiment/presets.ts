import { specSchema, type Spec, type SpecInput } from '../../protocol/spec.ts';
import { formatPixelValue } from '../../run/pixel-values.ts';
import { bundledModelIds } from '../models/bundled-models.ts';

/** Counts of the first experiment, increasing. */
export const pixelCounts: readonly number[] = [1, 2, 4, 8, 16, 32, 64];

export type PresetName = 'count' | 'magnitude' | 'area' | 'pi';

/** What a preset leaves to whoever runs it. */
export interface PresetChoices {
  readonly models: Spec['models'];
  readonly images: Spec['images'];
  readonly eligibility: Spec['eligibility'];
  readonly draws: number;
  readonly seed: number;
}

type Grid = SpecInput['grid'];

/** Pixels of 64 × 64 that come nearest to the paper's 0.1276 % (64 of 224 × 224): 5.2. */
const comparedCount = 5;

const grids: Readonly<Record<PresetName, Grid>> = {
  count: { counts: [...pixelCounts], values: ['replace'], regions: [1] },
  magnitude: {
    counts: [...pixelCounts],
    values: [10, 40, 70, 100, 127].map((offset) => ({ offset })),
    regions: [1],
  },
  area: { counts: [...pixelCounts], values: ['replace'], regions: [1, 0.9, 0.75, 0.5, 0.25] },
  pi: { counts: [comparedCount], values: ['replace'], regions: [1] },
};

export const presetNames: readonly PresetName[] = ['count', 'magnitude', 'area', 'pi'];

const defaults: PresetChoices = {
  models: [...bundledModelIds],
  images: { source: 'roadside', split: 'test', count: 500 },
  eligibility: 'common',
  draws: 1,
  seed: 7,
};

/**
 * The experiments of Zhang & Cai 2021 as specs: pixel count, magnitude (± 10 to 127), area (centred
 * squares from the whole image inwards), and Pi of all models at one setting.
 */
export function presetSpec(preset: PresetName, choices: PresetChoices = defaults): Spec {
  const { models, images, eligibility, draws, seed } = choices;
  return specSchema.parse({
    version: 1,
    name: preset,
    seed,
    models,
    images,
    eligibility,
    draws,
    grid: grids[preset],
  });
}

function gridText({ counts, values = ['replace'], regions = [1] }: Grid): string {
  return [counts.join(), values.map(formatPixelValue).join(), regions.join()].join(' / ');
}

/** The preset whose grid a spec has; null for a grid of one's own. */
export function presetOf({ grid }: Pick<Spec, 'grid'>): PresetName | null {
  return presetNames.find((name) => gridText(grids[name]) === gridText(grid)) ?? null;
}

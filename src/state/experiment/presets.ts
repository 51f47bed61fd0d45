import type { AttackSpec } from '../../protocol/attack-spec.ts';
import { specSchema, type Spec, type SpecInput } from '../../protocol/spec.ts';
import { formatPixelValue } from '../../run/pixel-values.ts';
import { bundledModelIds } from '../../run/bundled-models.ts';

/** Counts of the first experiment, increasing. */
export const pixelCounts: readonly number[] = [1, 2, 4, 8, 16, 32, 64];

export type PresetName = 'count' | 'magnitude' | 'area' | 'pi' | 'attack';

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
  attack: { counts: [...pixelCounts], values: ['replace'], regions: [1] },
};

/** FGSM, the attack of the paper, which does not say how strong. */
const attack: AttackSpec = { kind: 'fgsm', epsilon: [2, 4, 8] };

export const presetNames: readonly PresetName[] = ['count', 'magnitude', 'area', 'pi', 'attack'];

const defaults: PresetChoices = {
  models: [...bundledModelIds],
  images: { source: 'roadside', split: 'test', count: 500 },
  eligibility: 'common',
  draws: 1,
  seed: 7,
};

/**
 * The experiments of Zhang & Cai 2021 as specs: pixel count, magnitude (± 10 to 127), area (centred
 * squares from the whole image inwards), Pi of all models at one setting, and what random pixels do
 * to adversarial examples, which exist only of images that were right before.
 */
export function presetSpec(preset: PresetName, choices: PresetChoices = defaults): Spec {
  const { models, images, eligibility, draws, seed } = choices;
  return specSchema.parse({
    version: 1,
    name: preset,
    seed,
    models,
    images,
    eligibility: preset === 'attack' && eligibility === 'all' ? 'common' : eligibility,
    draws,
    grid: grids[preset],
    ...(preset === 'attack' && { attack }),
  });
}

function gridText({ counts, values = ['replace'], regions = [1] }: Grid): string {
  return [counts.join(), values.map(formatPixelValue).join(), regions.join()].join(' / ');
}

/** The preset whose grid and attack a spec has; null for an experiment of one's own. */
export function presetOf(spec: Pick<Spec, 'grid' | 'attack'>): PresetName | null {
  const wanted = JSON.stringify(spec.attack);
  const attackOf = (name: PresetName) => (name === 'attack' ? JSON.stringify(attack) : undefined);
  const isIt = (name: PresetName) =>
    attackOf(name) === wanted && gridText(grids[name]) === gridText(spec.grid);
  return presetNames.find(isIt) ?? null;
}

import type { Eligibility } from '../protocol/spec.ts';

export interface CostInput {
  readonly images: number;
  readonly cells: number;
  readonly draws: number;
  readonly eligibility: Eligibility;
  /**
   * By model: its accuracy on unchanged images where that is known, and the measured seconds of
   * one image on one lane.
   */
  readonly models: readonly {
    readonly accuracy?: number;
    readonly secondsPerImage?: number;
  }[];
  readonly lanes: number;
}

export interface Cost {
  /** Unchanged and changed images over all models. */
  readonly classifications: number;
  /** Null while no model has been measured. */
  readonly seconds: number | null;
}

function eligibleShare(input: CostInput, model: number): number {
  const accuracies = input.models.map(({ accuracy = 1 }) => accuracy);
  switch (input.eligibility) {
    case 'all':
      return 1;
    case 'own':
      return accuracies[model] ?? 1;
    case 'common':
      // Models tend to fail on the same images: the weakest one decides.
      return Math.min(1, ...accuracies);
  }
}

/**
 * What a sweep will cost before it starts. Models without a measured speed are taken to be as fast
 * as the mean of the others.
 */
export function estimateCost(input: CostInput): Cost {
  const { images, cells, draws, models, lanes } = input;
  const work = models.map((_, model) =>
    Math.round(images * (1 + eligibleShare(input, model) * cells * draws)),
  );
  const measured = models.flatMap(({ secondsPerImage }) => secondsPerImage ?? []);
  const mean = measured.reduce((sum, each) => sum + each, 0) / measured.length;
  const seconds = work.reduce(
    (sum, each, model) => sum + each * (models[model]?.secondsPerImage ?? mean),
    0,
  );
  return {
    classifications: work.reduce((sum, each) => sum + each, 0),
    seconds: measured.length === 0 ? null : seconds / Math.max(1, lanes),
  };
}

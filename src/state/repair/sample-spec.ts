import { parseAugmentJob } from '../../protocol/augment-job.ts';
import type { RepairExperiment } from '../../run/repair/repair-types.ts';

/** What samples to make besides what a repair says. */
export interface SampleWish {
  /** Training images. */
  readonly images: number;
  /** Samples of each image. */
  readonly samples: number;
  /** Changed pixels, where the samples have some. */
  readonly count: number;
}

/** The samples of a repair as a job of their own, which the command takes as well. */
export function sampleSpec(
  { seed, repair }: Pick<RepairExperiment, 'seed' | 'repair'>,
  { images, samples, count }: SampleWish,
) {
  const { arm, value, region } = repair;
  return parseAugmentJob({
    version: 1,
    name: 'samples',
    seed,
    images: { source: 'roadside', split: 'train', count: images },
    augment: arm === 'pixels' ? { arm, count, value, region, samples } : { arm, samples },
  });
}

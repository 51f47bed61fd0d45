import type { SampleArm } from '../../protocol/augment.ts';
import { flipShift } from './flip-shift.ts';
import { gaussianNoise } from './gaussian-noise.ts';
import { randomErasing } from './random-erasing.ts';
import type { SampleMaker } from './sample-maker.ts';
import { smallDistance, type SmallDistance } from './small-distance-sample.ts';

/** The parameters of an arm `pixels` as the numerics take them. */
export function smallDistanceOf(
  { count, value, region }: Extract<SampleArm, { arm: 'pixels' }>,
  seed: number,
): SmallDistance {
  return {
    seed,
    count,
    value: value === 'replace' ? { kind: value } : { kind: 'offset', magnitude: value.offset },
    region,
  };
}

/**
 * The maker of an arm's samples.
 * @param seed - safe integer 0 … 2⁵³ − 1; arms with one seed draw independently of each other
 */
export function makeSampler(arm: SampleArm, seed: number): SampleMaker {
  switch (arm.arm) {
    case 'pixels':
      return smallDistance(smallDistanceOf(arm, seed));
    case 'noise':
      return gaussianNoise({ seed, deviation: arm.deviation });
    case 'flip-shift':
      return flipShift({ seed, shift: arm.shift, flip: arm.flip });
    case 'erasing':
      return randomErasing({ seed, area: arm.area, aspect: arm.aspect });
  }
}

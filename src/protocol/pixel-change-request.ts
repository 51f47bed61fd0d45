import type { SpecPixelValue } from './spec.ts';

/** A set of pixels changed at random in each image of a unit. */
export interface PixelChangeRequest {
  readonly seed: number;
  readonly draw: number;
  readonly count: number;
  readonly value: SpecPixelValue;
  /** Fraction of the side. */
  readonly region: number;
}

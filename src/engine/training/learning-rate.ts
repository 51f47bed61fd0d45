export interface CosineSchedule {
  /** Highest learning rate, reached at the end of the warm-up. */
  readonly peak: number;
  /** Steps of linear growth from 0. */
  readonly warmUp: number;
  /** All steps, warm-up included; the rate is 0 after the last. */
  readonly steps: number;
}

/**
 * Learning rate of one step, counted from 0: linear warm-up, then half a cosine down to 0
 * (Loshchilov & Hutter 2017, "SGDR", equation 5 without restarts).
 */
export function cosineRate({ peak, warmUp, steps }: CosineSchedule, step: number): number {
  if (step < warmUp) return (peak * (step + 1)) / warmUp;
  const share = Math.min(1, (step - warmUp) / Math.max(1, steps - warmUp));
  return (peak * (1 + Math.cos(Math.PI * share))) / 2;
}

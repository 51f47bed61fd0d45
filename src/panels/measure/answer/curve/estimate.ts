import type { SweepResult } from '../../../../protocol/result.ts';
import type { SpecPixelValue } from '../../../../protocol/spec.ts';
import type { Tally } from '../../../../run/sweep-types.ts';

/** What is known of one model at one setting of the grid, while a run goes on or after it. */
export interface Estimate {
  readonly model: string;
  readonly count: number;
  readonly value: SpecPixelValue;
  readonly region: number;
  /** Fraction 0 … 1. */
  readonly accuracy: number;
  /** 95 % interval of the accuracy. */
  readonly interval: readonly [number, number];
  /** Classifications in the denominator. */
  readonly trials: number;
  readonly wrong: number;
  readonly pi: number | null;
  readonly piInterval: readonly [number, number] | null;
  /** Of the changed channels, in bytes; null until the run has ended. */
  readonly meanAbsDelta: number | null;
}

function fromTally(tally: Tally): Estimate[] {
  const { model, count, value, region, accuracy, interval, classified, wrong, pi } = tally;
  if (accuracy === null || interval === null) return [];
  // Pi is proportional to the share wrong, and so is its interval; of none wrong it is not known here.
  const factor = pi !== null && wrong > 0 ? pi / (1 - accuracy) : null;
  const [low, high] = interval;
  return [
    {
      model,
      count,
      value,
      region,
      accuracy,
      interval,
      trials: classified,
      wrong,
      pi,
      piInterval: factor === null ? null : [(1 - high) * factor, (1 - low) * factor],
      meanAbsDelta: null,
    },
  ];
}

/** The estimates of a run that goes on. */
export function estimatesOfTallies(tallies: readonly Tally[]): readonly Estimate[] {
  return tallies.flatMap(fromTally);
}

/** The estimates of an ended run. */
export function estimatesOfResult({ cells, spec }: SweepResult): readonly Estimate[] {
  return cells.flatMap((cell) => {
    const { model, count, value, region, accuracy, interval, eligible, wrong } = cell;
    if (accuracy === null || interval === null) return [];
    const { pi, piInterval, meanAbsDelta } = cell;
    const trials = eligible * spec.draws;
    return [
      {
        model,
        count,
        value,
        region,
        accuracy,
        interval,
        trials,
        wrong,
        pi,
        piInterval,
        meanAbsDelta,
      },
    ];
  });
}

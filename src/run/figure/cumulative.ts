/** A sample and where its steps lie. */
export interface Cumulative {
  /** Finite values, increasing. */
  readonly values: readonly number[];
  /** All values, infinite ones included: the denominator. */
  readonly size: number;
}

/**
 * A sample in order; its empirical distribution function steps up by 1 / size at each value.
 * @param values null where infinite: larger than all others
 */
export function cumulative(values: readonly (number | null)[]): Cumulative {
  const finite = values.filter((value) => value !== null).sort((a, b) => a - b);
  return { values: finite, size: values.length };
}

/** Share of the sample that is not above `at`, 0 … 1; 0 for an empty one. */
export function shareUpTo({ values, size }: Cumulative, at: number): number {
  if (size === 0) return 0;
  const above = values.findIndex((value) => value > at);
  return (above < 0 ? values.length : above) / size;
}

/**
 * The middle of a sample, half way between the two in the middle where their number is even; null
 * where it is infinite or there is none.
 */
export function medianOf({ values, size }: Cumulative): number | null {
  const low = values[Math.floor((size - 1) / 2)];
  const high = values[Math.ceil((size - 1) / 2)];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** The function as a path, from the left end of the axis to its right end. */
export function stepPath(
  sample: Cumulative,
  [from, to]: readonly [number, number],
  toX: (value: number) => number,
  toY: (share: number) => number,
): string {
  const { values, size } = sample;
  const at = (x: number, y: number) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const start = values.filter((value) => value <= from).length;
  const steps = values
    .map((value, rank) => ({ value, share: (rank + 1) / size }))
    .filter(({ value }) => value > from && value <= to);
  const drawn = steps.map(
    ({ value, share }) => `H${toX(value).toFixed(1)}V${toY(share).toFixed(1)}`,
  );
  const first = size === 0 ? 0 : start / size;
  return `M${at(toX(from), toY(first))}${drawn.join('')}H${toX(to).toFixed(1)}`;
}

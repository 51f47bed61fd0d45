import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';

/**
 * Exact two-sided McNemar test: p = min(1, 2 · P(X ≤ min(b, c))) with X ~ Binomial(b + c, ½),
 * and 1 where b + c = 0. Source: McNemar 1947, in its exact binomial form.
 * @param b images that only the first model gets wrong
 * @param c images that only the second model gets wrong
 * @throws RangeError if b or c is not a count
 */
export function mcnemarExact(b: number, c: number): number {
  if (!Number.isInteger(b) || !Number.isInteger(c) || b < 0 || c < 0) {
    throw new RangeError(`discordant counts must be integers of at least 0, got ${b} and ${c}`);
  }
  if (b + c === 0) return 1;
  return Math.min(1, 2 * binomialCdf(Math.min(b, c), b + c, 0.5));
}

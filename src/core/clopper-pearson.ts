import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';

const TAIL = 0.025;

/**
 * Exact 95 % Clopper–Pearson interval of a fraction (Clopper & Pearson 1934), equal tails:
 * [B(0.025; x, n − x + 1), B(0.975; x + 1, n − x)] with B the beta quantile, 0 where x = 0 and
 * 1 where x = n. `successes` may be fractional, which the beta form extends to continuously.
 * @param successes 0 ≤ x ≤ n
 * @param trials n, a positive integer
 * @throws RangeError if there is no trial or the successes are out of range
 */
export function clopperPearson(successes: number, trials: number): [number, number] {
  if (!Number.isInteger(trials) || trials < 1) {
    throw new RangeError(`trials must be a positive integer, got ${trials}`);
  }
  if (!(successes >= 0 && successes <= trials)) {
    throw new RangeError(`successes must be from 0 to ${trials}, got ${successes}`);
  }
  const low = successes === 0 ? 0 : betaQuantile(TAIL, successes, trials - successes + 1);
  const high = successes === trials ? 1 : betaQuantile(1 - TAIL, successes + 1, trials - successes);
  return [low, high];
}

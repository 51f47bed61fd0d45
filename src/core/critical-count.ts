import { percentileInterval } from './bootstrap.ts';
import { poolViolators } from './isotonic.ts';

/** A number of pixels, or the side of the grid's counts on which it lies. */
type CensoredCount = number | 'below' | 'above';

/** PX_q with its interval; survives JSON unchanged. */
export interface CriticalCount {
  /** Pixels, between the first and the last count; null where censored or without images. */
  readonly count: number | null;
  /** 95 %; an end may lie beyond the counts. Null without images. */
  readonly interval: [CensoredCount, CensoredCount] | null;
  /** Side on which the estimate lies; null where there is a count or no image. */
  readonly censored: 'below' | 'above' | null;
}

export interface CriticalCountInput {
  /** Counts of the cells, strictly increasing, at least 1. */
  readonly counts: readonly number[];
  /** Wrong classifications of each cell. */
  readonly wrong: readonly number[];
  /** Classifications in each cell: eligible images × draws. */
  readonly trials: number;
  /** Bootstrap totals of each cell, from the row that holds these cells. */
  readonly totals: readonly Uint32Array[];
  /** Per cent of wrong classifications looked for, 0 < q ≤ 100; default 5. */
  readonly q?: number;
}

interface Scratch {
  readonly step: Float64Array;
  readonly blockTotal: Float64Array;
  readonly blockSize: Float64Array;
}

/** PX_q of one table of totals, −∞ below the counts and +∞ above. */
function crossing(
  counts: readonly number[],
  trials: number,
  q: number,
  { step, blockTotal, blockSize }: Scratch,
): number {
  const blocks = poolViolators(step, blockTotal, blockSize);
  let end = 0;
  for (let block = 0; block < blocks; block += 1) {
    const total = blockTotal[block] ?? 0;
    const size = blockSize[block] ?? 1;
    // total / (size · trials) against q / 100, in integers: a tie must not depend on rounding.
    const excess = 100 * total - q * size * trials;
    if (excess >= 0) {
      const upper = counts[end] ?? Number.NaN;
      if (excess === 0) return upper;
      if (block === 0) return Number.NEGATIVE_INFINITY;
      const lower = counts[end - 1] ?? Number.NaN;
      const from = (blockTotal[block - 1] ?? 0) / (blockSize[block - 1] ?? 1);
      const share = ((q * trials) / 100 - from) / (total / size - from);
      return lower * Math.exp(share * Math.log(upper / lower));
    }
    end += size;
  }
  return Number.POSITIVE_INFINITY;
}

function censor(value: number): CensoredCount {
  if (value === Number.NEGATIVE_INFINITY) return 'below';
  return value === Number.POSITIVE_INFINITY ? 'above' : value;
}

/**
 * PX_q: the number of pixels at which q % of the classifications are wrong. The error fraction
 * is fitted isotonically over the counts and read off linearly in log count; the first count
 * that reaches q % exactly is the answer. Interval: percentile bootstrap over images, replicates
 * outside the counts kept as ±∞.
 * @throws RangeError if the counts are not strictly increasing or the columns do not match them
 */
export function criticalCount(input: CriticalCountInput): CriticalCount {
  const { counts, wrong, trials, totals, q = 5 } = input;
  if (trials === 0) return { count: null, interval: null, censored: null };
  if (counts.length === 0 || counts.some((count, at) => !(count > (counts[at - 1] ?? 0)))) {
    throw new RangeError(`counts must be positive and strictly increasing, got ${counts.join()}`);
  }
  if (wrong.length !== counts.length || totals.length !== counts.length) {
    throw new RangeError(
      `${counts.length} counts need as many cells, got ${wrong.length} and ${totals.length}`,
    );
  }
  if (!(q > 0 && q <= 100)) throw new RangeError(`q must be in (0, 100], got ${q}`);
  const scratch = {
    step: Float64Array.from(wrong),
    blockTotal: new Float64Array(counts.length),
    blockSize: new Float64Array(counts.length),
  };
  const estimate = censor(crossing(counts, trials, q, scratch));
  const replicates = new Float64Array(totals[0]?.length ?? 0);
  for (let replicate = 0; replicate < replicates.length; replicate += 1) {
    for (let at = 0; at < counts.length; at += 1) {
      scratch.step[at] = totals[at]?.[replicate] ?? 0;
    }
    replicates[replicate] = crossing(counts, trials, q, scratch);
  }
  const [low, high] = percentileInterval(replicates);
  const interval: [CensoredCount, CensoredCount] = [censor(low), censor(high)];
  return typeof estimate === 'number'
    ? { count: estimate, interval, censored: null }
    : { count: null, interval, censored: estimate };
}

import type { CriticalCountResult } from '../../protocol/result.ts';

/** Where to draw a PX5 on a logarithmic axis of counts; 0 is the start of the axis and 1 its end. */
export interface Px5Span {
  /** Null where the estimate lies beyond the counts. */
  readonly dot: number | null;
  readonly low: number;
  readonly high: number;
  /** Whether the interval goes on beyond that end. */
  readonly openLow: boolean;
  readonly openHigh: boolean;
}

/** Room beyond the first and the last count, as a factor, so that arrows stand apart from dots. */
const ROOM = 1.3;

/** Place of a count on the axis. */
export function alongCounts(counts: readonly number[], count: number): number {
  const from = Math.log(Math.min(...counts) / ROOM);
  const to = Math.log(Math.max(...counts) * ROOM);
  return (Math.log(count) - from) / (to - from);
}

/** Null where there is no estimate. */
export function px5Span(
  { count, interval, censored }: CriticalCountResult,
  counts: readonly number[],
): Px5Span | null {
  if (count === null && censored === null) return null;
  const place = (end: number | 'below' | 'above') => {
    if (end === 'below') return 0;
    return end === 'above' ? 1 : alongCounts(counts, end);
  };
  const [low, high] = interval ?? [count ?? censored ?? 'above', count ?? censored ?? 'above'];
  return {
    dot: count === null ? null : alongCounts(counts, count),
    low: place(low),
    high: place(high),
    openLow: low === 'below' || high === 'below',
    openHigh: high === 'above' || low === 'above',
  };
}

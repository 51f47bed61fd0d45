import type { CriticalCountResult } from '../../../protocol/result.ts';

type End = number | 'below' | 'above';

function pixels(count: number): string {
  return count < 10 ? count.toFixed(1) : count.toFixed(0);
}

function endText(end: End, first: number, last: number): string {
  if (end === 'below') return `under ${first}`;
  return end === 'above' ? `over ${last}` : pixels(end);
}

/** "6.1 (5.0–7.4)", or with words where an end lies beyond the counts: "61 (50 to over 64)". */
export function formatCriticalCount(
  { count, interval, censored }: CriticalCountResult,
  counts: readonly number[],
): string {
  const first = Math.min(...counts);
  const last = Math.max(...counts);
  if (count === null && censored === null) return '–';
  const estimate = endText(count ?? censored ?? 'above', first, last);
  if (interval === null) return estimate;
  const [low, high] = interval;
  if (low === high && typeof low === 'string') return estimate;
  const joint = typeof low === 'string' || typeof high === 'string' ? ' to ' : '–';
  return `${estimate} (${endText(low, first, last)}${joint}${endText(high, first, last)})`;
}

function endValue(end: End): number {
  if (end === 'below') return 0;
  return end === 'above' ? Number.POSITIVE_INFINITY : end;
}

/** Whether PX5 can lie between counts, not only below or above: it takes two. */
export function hasCriticalCount(counts: readonly number[]): boolean {
  return new Set(counts).size > 1;
}

/** The estimate for sorting: 0 below the counts, infinity above; null where there is none. */
export function criticalCountValue({ count, censored }: CriticalCountResult): number | null {
  if (count !== null) return count;
  return censored === null ? null : endValue(censored);
}

/** Whether the intervals leave open which of the two is larger. */
export function intervalsOverlap(a: CriticalCountResult, b: CriticalCountResult): boolean {
  if (a.interval === null || b.interval === null) return true;
  return (
    endValue(a.interval[0]) <= endValue(b.interval[1]) &&
    endValue(b.interval[0]) <= endValue(a.interval[1])
  );
}

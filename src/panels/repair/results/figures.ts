import { percent, percentRange } from '../../../run/number-text.ts';
import type { TrackEntry } from '../../../charts/tracks/track-types.ts';
import { verdictOf, type Against } from '../../../run/finding/repair/verdict.ts';

/** The sign of a significant difference; null for none. */
export function markOf(against: Against): TrackEntry['mark'] {
  const verdict = verdictOf(against);
  return verdict === 'gain' || verdict === 'loss' ? verdict : null;
}

interface ShareEntry {
  readonly share: number | null;
  readonly interval: readonly [number, number] | null;
  readonly below: string;
  readonly mark: TrackEntry['mark'];
}

/** A share with its interval; null where there is none. */
export function shareEntry({ share, interval, below, mark }: ShareEntry): TrackEntry | null {
  if (share === null) return null;
  const detail = interval === null ? '' : `(${percentRange([interval[0], interval[1]])})`;
  return { value: share, interval, text: percent(share), detail, below, mark };
}

/** A figure in words that is not drawn. */
export function plainEntry(text: string, below = ''): TrackEntry {
  return { value: null, interval: null, text, detail: '', below, mark: null };
}

type Ends = readonly [number, number];

/** Ends of an axis of shares that fits all intervals, in steps of 5 %. */
export function shareDomain(intervals: readonly (Ends | null)[]): Ends {
  const ends = intervals.flatMap((interval) => interval ?? []);
  if (ends.length === 0) return [0, 1];
  const low = Math.floor(Math.min(...ends) * 20 + 1e-9) / 20;
  const high = Math.ceil(Math.max(...ends) * 20 - 1e-9) / 20;
  return low < high ? [low, high] : [Math.max(0, low - 0.05), Math.min(1, low + 0.05)];
}

/** "Track: 80 to 100 %" */
export function domainText([low, high]: Ends): string {
  return `${Math.round(low * 100)}–${Math.round(high * 100)}\u00a0%`;
}

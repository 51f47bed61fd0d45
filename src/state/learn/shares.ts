import { clopperPearson } from '../../core/clopper-pearson.ts';
import type { KeyFigure } from './figure.ts';

/** How many of a number of images, with the 95 % Clopper–Pearson interval of the share. */
export interface LessonShare {
  readonly count: number;
  readonly of: number;
  /** 0 … 1; null where there is no image. */
  readonly share: number | null;
  readonly interval: readonly [number, number] | null;
}

export function shareOf(count: number, of: number): LessonShare {
  if (of === 0) return { count, of, share: null, interval: null };
  return { count, of, share: count / of, interval: clopperPearson(count, of) };
}

/** Whether two intervals leave a gap: a cautious sign of a difference. */
export function isAbove(a: LessonShare, b: LessonShare): boolean {
  return a.interval !== null && b.interval !== null && a.interval[0] > b.interval[1];
}

function perCent(fraction: number): string {
  return (fraction * 100).toFixed(1);
}

/** "7.6 % (5.4–10.3)" */
export function shareText({ share, interval }: LessonShare): string {
  if (share === null || interval === null) return 'an unknown share';
  return `${perCent(share)}\u00a0% (${perCent(interval[0])}–${perCent(interval[1])})`;
}

/** "37 of 487" */
export function countText({ count, of }: LessonShare): string {
  return `${count} of ${of}`;
}

/** "1,024" */
export function countOfPixels(count: number): string {
  return count.toLocaleString('en-GB');
}

/** A share in per cent, 0 where there is no image. */
export function perCentOf({ share }: LessonShare): number {
  return 100 * (share ?? 0);
}

/** Images that may turn out otherwise on another backend. */
const FEW_IMAGES = 2;

/**
 * A share as a figure to compare with: two points, or two images where these are more.
 * @param images that may differ
 */
export function shareFigure(
  id: string,
  name: string,
  found: LessonShare,
  images = FEW_IMAGES,
): KeyFigure {
  const tolerance = Math.max(2, Math.ceil((100 * images) / Math.max(1, found.of)));
  return { id, name, value: perCentOf(found), unit: '%', tolerance };
}

/** Sets a prediction in whole per cent beside a measured share. */
export function predictionText(answer: number, found: LessonShare): string {
  const { share, interval } = found;
  if (share === null || interval === null) {
    return `You said ${answer}\u00a0%. There was nothing to measure it by.`;
  }
  const [low, high] = [100 * interval[0], 100 * interval[1]];
  if (answer >= low && answer <= high) {
    return `You said ${answer}\u00a0%: within the interval, so the experiment does not contradict you.`;
  }
  const measured = 100 * share;
  const far = Math.abs(answer - measured).toFixed(0);
  const side = answer > high ? 'higher' : 'lower';
  return `You said ${answer}\u00a0%: about ${far} points ${side} than measured, and outside the interval.`;
}

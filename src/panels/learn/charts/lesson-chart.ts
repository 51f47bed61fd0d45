import type { FigureAxes, FigurePanel, FigurePoint } from '../../../run/figure/figure-types.ts';
import { percent, percentRange } from '../../../run/number-text.ts';
import { seriesStyle, type SeriesStyle } from '../../../run/figure/series-style.ts';
import { modelPositions } from '../../../state/models/model-position.ts';
import type { LessonAnswer } from '../../../state/learn/lesson.ts';
import type { LessonShare } from '../../../state/learn/shares.ts';

/** What the figure of a lesson draws; its axes do not depend on results. */
export interface LessonChart {
  readonly title: string;
  readonly kind: 'curves' | 'dots';
  readonly panels: readonly FigurePanel[];
  readonly axes: FigureAxes;
  /** Positions of the horizontal axis, increasing; one for dots. */
  readonly positions: readonly number[];
  /** The position that is asked about. */
  readonly asked: number;
  /** Name of a position: "64 pixels". */
  readonly nameOf: (x: number) => string;
}

/** The style that a bundled model has everywhere. */
export function styleOf(model: string): SeriesStyle {
  return seriesStyle(modelPositions([]).get(model) ?? 0);
}

/** A measured share at a position; none where there was nothing to measure it by. */
export function sharePoint(x: number, found: LessonShare, what: string): FigurePoint[] {
  const { share, interval, count, of } = found;
  if (share === null || interval === null) return [];
  return [
    {
      x,
      y: 100 * share,
      interval: [100 * interval[0], 100 * interval[1]],
      text: percent(share),
      range: percentRange(interval),
      note: `${count} of ${of} ${what}`,
    },
  ];
}

/** Points by their position. */
export function byPosition(points: readonly FigurePoint[]): ReadonlyMap<number, FigurePoint> {
  return new Map(points.map((point) => [point.x, point]));
}

/** The reader's prediction as a line across the figure; null before there is one. */
export function predictionLine(answer: LessonAnswer | null): FigureAxes['reference'] {
  return typeof answer === 'number' ? { at: answer, label: `You: ${answer}\u00a0%` } : null;
}

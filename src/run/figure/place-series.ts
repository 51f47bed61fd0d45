import type { FigurePoint, FigureSeries } from './figure-types.ts';

/** A point in pixels. */
export interface PlacedPoint {
  readonly point: FigurePoint;
  readonly x: number;
  readonly y: number;
  /** Ends of the interval; null where there is none. */
  readonly low: number | null;
  readonly high: number | null;
}

export interface PlacedSeries {
  readonly series: FigureSeries;
  readonly points: readonly PlacedPoint[];
}

export type ToPixels = (value: number) => number;

/** Largest distance between the intervals of two neighbouring lines at one position. */
const widestStep = 5;
/** Share of the room between two positions that the lines of one position take. */
const share = 0.55;

/**
 * How far apart the lines are drawn at one position, so that their intervals stand side by side; 0
 * where the positions are too dense for that.
 * @param gap pixels between the two nearest positions
 */
export function sideStep(lines: number, gap: number): number {
  if (lines < 2) return 0;
  const step = Math.min(widestStep, (gap * share) / (lines - 1));
  return step < 1.5 ? 0 : step;
}

/**
 * Lines in pixels, in the order of their positions.
 * @param step from `sideStep`
 */
export function placeSeries(
  all: readonly FigureSeries[],
  positions: readonly number[],
  step: number,
  toX: ToPixels,
  toY: ToPixels,
): PlacedSeries[] {
  const middle = (all.length - 1) / 2;
  return all.map((series, index) => ({
    series,
    points: positions.flatMap((position) => {
      const point = series.points.get(position);
      if (point === undefined) return [];
      const ends = point.interval?.map(toY) ?? [];
      const placed: PlacedPoint = {
        point,
        x: toX(position) + (index - middle) * step,
        y: toY(point.y),
        low: ends[0] ?? null,
        high: ends[1] ?? null,
      };
      return [placed];
    }),
  }));
}

function path(points: readonly { x: number; y: number }[]): string {
  return points
    .map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`)
    .join('');
}

export function linePath({ points }: PlacedSeries): string {
  return path(points);
}

/** The outline of a line's intervals; empty where fewer than two points have one. */
export function bandPath({ points }: PlacedSeries): string {
  const upper: { x: number; y: number }[] = [];
  const lower: { x: number; y: number }[] = [];
  for (const { x, low, high } of points) {
    if (low === null || high === null) continue;
    lower.unshift({ x, y: low });
    upper.push({ x, y: high });
  }
  return upper.length < 2 ? '' : `${path([...upper, ...lower])}Z`;
}

/** The intervals as upright bars. */
export function barsPath({ points }: PlacedSeries): string {
  return points
    .map(({ x, low, high }) =>
      low === null || high === null ? '' : `M${x.toFixed(1)} ${low.toFixed(1)}V${high.toFixed(1)}`,
    )
    .join('');
}

/** The position nearest to a place on the horizontal axis. */
export function nearestPosition(
  positions: readonly number[],
  toX: ToPixels,
  x: number,
): number | null {
  let nearest: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const position of positions) {
    const distance = Math.abs(toX(position) - x);
    if (distance >= least) continue;
    least = distance;
    nearest = position;
  }
  return nearest;
}

/** The line whose point at a position is nearest to a place; null beyond `reach` pixels. */
export function nearestSeries(
  placed: readonly PlacedSeries[],
  position: number,
  at: { readonly x: number; readonly y: number },
  reach: number,
): string | null {
  let nearest: string | null = null;
  let least = reach;
  for (const { series, points } of placed) {
    const own = points.find(({ point }) => point.x === position);
    if (own === undefined) continue;
    const distance = Math.hypot(own.x - at.x, own.y - at.y);
    if (distance >= least) continue;
    least = distance;
    nearest = series.id;
  }
  return nearest;
}

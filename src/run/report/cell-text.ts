import { integer, percentRange, smallFigureRange } from '../number-text.ts';

export type Interval = readonly [number, number] | null;

/** "(3.9–6.8)", of fractions, in per cent. */
export function perCentInterval(interval: readonly [number, number]): string {
  return `(${percentRange(interval)})`;
}

/** "50/966" */
export function countOf(some: number, all: number): string {
  return `${integer(some)}/${integer(all)}`;
}

/** "(1.30–3.21)" */
export function figureInterval(interval: readonly [number, number]): string {
  return `(${smallFigureRange(interval)})`;
}

/** "0.042", "< 0.001", "–" where there is none. */
export function pCell(p: number | null): string {
  if (p === null) return '–';
  return p < 0.001 ? '< 0.001' : p.toFixed(3);
}

import type { BoundaryRow } from '../../../../state/inspect/questions/boundary.ts';

type Kind = 'margin' | 'input' | 'feature';

/** The largest finite size of a figure among some rows, before and after; a bar of it is full. */
export function largestOf(rows: readonly BoundaryRow[], kind: Kind): number {
  const sizes = rows
    .flatMap(({ before, after }) => [before[kind], after?.[kind] ?? null])
    .filter((value) => value !== null)
    .map(Math.abs)
    .filter(Number.isFinite);
  return Math.max(1e-9, ...sizes);
}

/** Three significant digits with a true minus sign. */
export function distanceText(value: number): string {
  if (!Number.isFinite(value)) return 'infinite';
  const text = Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
  return text.replace('-', '−');
}

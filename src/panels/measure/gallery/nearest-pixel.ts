import type { ChangedPixel } from '../../../core/pixel-change.ts';

/** Index of the changed pixel closest to a place, in pixels of the picture and fractions of these. */
export function nearestPixel(
  pixels: readonly ChangedPixel[],
  { row, column }: { readonly row: number; readonly column: number },
): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, pixel] of pixels.entries()) {
    const distance = (pixel.row + 0.5 - row) ** 2 + (pixel.column + 0.5 - column) ** 2;
    if (distance >= least) continue;
    best = index;
    least = distance;
  }
  return best;
}

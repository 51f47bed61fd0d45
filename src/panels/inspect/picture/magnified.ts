import type { Picture, PixelPlace } from '../../../state/inspect/edits.ts';

/** Pixels of a magnified square along its side. */
export const MAGNIFIED_SIDE = 9;

const REACH = (MAGNIFIED_SIDE - 1) / 2;

/** The square of pixels around a place, moved inwards at the edge. */
export function magnified({ width, height, bytes }: Picture, { row, column }: PixelPlace) {
  const inside = (value: number, size: number) =>
    Math.min(Math.max(0, value - REACH), Math.max(0, size - MAGNIFIED_SIDE));
  const top = inside(row, height);
  const left = inside(column, width);
  const patch = new Uint8Array(MAGNIFIED_SIDE * MAGNIFIED_SIDE * 3);
  for (let line = 0; line < MAGNIFIED_SIDE; line += 1) {
    const start = ((top + line) * width + left) * 3;
    patch.set(bytes.subarray(start, start + MAGNIFIED_SIDE * 3), line * MAGNIFIED_SIDE * 3);
  }
  return { top, left, bytes: patch };
}

import type { Rect } from './region.ts';

/** Square cells that cover an image without overlap, numbered row by row. */
export interface PlaceGrid {
  readonly rows: number;
  readonly columns: number;
  /** The pixels of a cell; at the lower and right edge it is cut off where the image ends. */
  readonly rectOf: (place: number) => Rect;
}

/**
 * @param height image height in pixels
 * @param width image width in pixels
 * @param side of a cell in pixels, a positive integer
 * @throws RangeError if the side is anything else, or a place is outside of the image
 */
export function placeGrid(height: number, width: number, side: number): PlaceGrid {
  if (!Number.isInteger(side) || side < 1) {
    throw new RangeError(`the side of a cell must be a positive integer, got ${side}`);
  }
  const rows = Math.ceil(height / side);
  const columns = Math.ceil(width / side);
  return {
    rows,
    columns,
    rectOf: (place) => {
      if (!Number.isInteger(place) || place < 0 || place >= rows * columns) {
        throw new RangeError(`there is no place ${place}; the grid has ${rows * columns}`);
      }
      const top = Math.floor(place / columns) * side;
      const left = (place % columns) * side;
      return {
        top,
        left,
        height: Math.min(side, height - top),
        width: Math.min(side, width - left),
      };
    },
  };
}

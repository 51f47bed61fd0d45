/** A rectangle of an image in pixels; `top` and `left` count from the upper left corner. */
export interface Rect {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

/**
 * The centred rectangle that keeps a fraction of each side of an image.
 * Each side is ⌊side · length + ½⌋ pixels (halves round up); the offset is half the remainder,
 * rounded down, so an odd remainder leaves its extra row below and its extra column on the right.
 * @param height image height in pixels
 * @param width image width in pixels
 * @param side fraction of each side, 0 < side ≤ 1
 * @throws RangeError if the fraction is out of range or leaves no pixel
 */
export function centredRegion(height: number, width: number, side: number): Rect {
  if (!(side > 0 && side <= 1)) {
    throw new RangeError(`region must be a fraction of the side in (0, 1], got ${side}`);
  }
  const h = Math.floor(side * height + 0.5);
  const w = Math.floor(side * width + 0.5);
  if (h < 1 || w < 1) {
    throw new RangeError(`region ${side} of a ${height}x${width} image holds no pixel`);
  }
  return {
    top: Math.floor((height - h) / 2),
    left: Math.floor((width - w) / 2),
    height: h,
    width: w,
  };
}

import { checkPixelValue, type PixelValue } from './pixel-value.ts';

/** Where and how the pixels of a cell were changed. */
export interface PixelIndexCell {
  /** Changed pixels an image, at least 1. */
  readonly count: number;
  /** Image height in pixels. */
  readonly height: number;
  /** Image width in pixels. */
  readonly width: number;
  readonly value: PixelValue;
  /** Pixels of the region, height · width of the realised rectangle. */
  readonly regionArea: number;
}

export interface PixelIndexInput extends PixelIndexCell {
  /** Wrong classifications. */
  readonly wrong: number;
  /** Classifications in the denominator: eligible images × draws. */
  readonly eligible: number;
}

/**
 * Pi = w / (p · r · a), the paper's pixel-index of four fractions.
 * @param w misclassified fraction (or an attack's success rate)
 * @param p changed pixels / all pixels
 * @param r width of the value range / 255
 * @param a region area / image area
 * @throws RangeError if p, r or a is not positive
 */
export function pixelIndexOfFractions(w: number, p: number, r: number, a: number): number {
  if (!(p > 0 && r > 0 && a > 0)) {
    throw new RangeError(`pixel-index needs positive p, r and a, got p=${p}, r=${r}, a=${a}`);
  }
  return w / (p * r * a);
}

/**
 * Width of the range of values as a fraction of the full range: 1 for `replace`, 2m / 255 for an
 * offset of magnitude m (0.996 for 127).
 * @throws RangeError if the magnitude is not an integer in 1…127
 */
export function rangeFraction(value: PixelValue): number {
  checkPixelValue(value);
  return value.kind === 'replace' ? 1 : (2 * value.magnitude) / 255;
}

function indexOfErrorRate(w: number, cell: PixelIndexCell): number {
  const area = cell.height * cell.width;
  const p = cell.count / area;
  return pixelIndexOfFractions(w, p, rangeFraction(cell.value), cell.regionArea / area);
}

/**
 * Pixel-index of one cell (Zhang & Cai 2021); smaller is more robust. Null where nothing is
 * eligible. It is not constant in p for one model, so compare it at equal p, r and a only.
 * @throws RangeError if the cell has no changed pixel, no region or an invalid value
 */
export function pixelIndex(input: PixelIndexInput): number | null {
  if (input.eligible === 0) return null;
  return indexOfErrorRate(input.wrong / input.eligible, input);
}

/**
 * Interval of the pixel-index: the interval of the error fraction divided by p · r · a.
 * @param accuracyInterval [low, high] of the accuracy, fractions; null gives null
 */
export function pixelIndexInterval(
  accuracyInterval: readonly [number, number] | null,
  cell: PixelIndexCell,
): [number, number] | null {
  if (accuracyInterval === null) return null;
  const [low, high] = accuracyInterval;
  return [indexOfErrorRate(1 - high, cell), indexOfErrorRate(1 - low, cell)];
}

/**
 * What a changed pixel becomes: `replace`, three uniform bytes; `offset`, each channel plus a
 * uniform integer in [−magnitude, +magnitude], clipped to 0…255.
 */
export type PixelValue =
  { readonly kind: 'replace' } | { readonly kind: 'offset'; readonly magnitude: number };

/** Largest magnitude of an offset, in byte units. */
const MAX_MAGNITUDE = 127;

/**
 * Refuses an offset outside 1…127.
 * @throws RangeError naming the magnitude
 */
export function checkPixelValue(value: PixelValue): void {
  if (value.kind === 'replace') return;
  const { magnitude } = value;
  if (!Number.isInteger(magnitude) || magnitude < 1 || magnitude > MAX_MAGNITUDE) {
    throw new RangeError(
      `offset magnitude must be an integer from 1 to ${MAX_MAGNITUDE}, got ${magnitude}`,
    );
  }
}

import { applyPixelChange, type ChangedPixel } from '../../core/pixel-change.ts';
import { drawPixelChanges, type PixelChanges } from '../../core/pixel-draw.ts';
import type { ImageKey } from '../../core/random-keys.ts';
import { centredRegion } from '../../core/region.ts';
import { LabError } from '../../protocol/lab-error.ts';
import type { PixelChangeRequest } from '../../protocol/pixel-change-request.ts';
import type { StoredImage } from './image-store.ts';
import type { InputGeometry } from './input-geometry.ts';

/** The pixels of an image that a cell changes; all others stay. */
export interface ChangedPixels {
  /** row · width + column of each, in the order of the draw. */
  readonly positions: Uint32Array;
  /** The new R, G, B of each. */
  readonly bytes: Uint8Array;
  /** Σ |Δ| in bytes over the changed channels. */
  readonly absDelta: number;
}

// A copy of the image in work; reused, as most of a unit would be spent on allocating copies.
let scratch = new Uint8Array(0);

function drawFor(
  imageKey: ImageKey,
  change: PixelChangeRequest,
  { height, width }: InputGeometry,
): PixelChanges {
  const { seed, draw, count, value } = change;
  try {
    return drawPixelChanges({
      seed,
      imageKey,
      draw,
      count,
      value: value === 'replace' ? { kind: value } : { kind: 'offset', magnitude: value.offset },
      height,
      width,
      region: centredRegion(height, width, change.region),
    });
  } catch (error) {
    if (error instanceof RangeError) throw new LabError('spec-invalid', error.message);
    throw error;
  }
}

function applyTo(image: Uint8Array, drawn: PixelChanges): ChangedPixels {
  if (scratch.length !== image.length) scratch = new Uint8Array(image.length);
  scratch.set(image);
  const absDelta = applyPixelChange(scratch, drawn);
  const { positions } = drawn;
  const bytes = new Uint8Array(positions.length * 3);
  for (let pixel = 0; pixel < positions.length; pixel += 1) {
    const at = (positions[pixel] ?? 0) * 3;
    bytes[pixel * 3] = scratch[at] ?? 0;
    bytes[pixel * 3 + 1] = scratch[at + 1] ?? 0;
    bytes[pixel * 3 + 2] = scratch[at + 2] ?? 0;
  }
  return { positions, bytes, absDelta };
}

/**
 * Draws the pixel changes of one cell for each image and applies them to its bytes.
 * @throws LabError `spec-invalid` if the draw does not fit the images
 */
export function changePixelsOf(
  images: readonly StoredImage[],
  change: PixelChangeRequest,
  geometry: InputGeometry,
): ChangedPixels[] {
  return images.map(({ key, bytes }) => applyTo(bytes, drawFor(key, change, geometry)));
}

/** A copy of an image with these pixels changed. */
export function withPixels(image: Uint8Array, { positions, bytes }: ChangedPixels): Uint8Array {
  const changed = image.slice();
  for (const [pixel, position] of positions.entries()) {
    changed.set(bytes.subarray(pixel * 3, pixel * 3 + 3), position * 3);
  }
  return changed;
}

/** The same pixels for a person, with their colours before and after. */
export function listChanges(
  image: Uint8Array,
  { positions, bytes }: ChangedPixels,
  width: number,
): ChangedPixel[] {
  const colour = (values: Uint8Array, pixel: number): [number, number, number] => [
    values[pixel * 3] ?? 0,
    values[pixel * 3 + 1] ?? 0,
    values[pixel * 3 + 2] ?? 0,
  ];
  return Array.from(positions, (position, pixel) => ({
    row: Math.floor(position / width),
    column: position % width,
    before: colour(image, position),
    after: colour(bytes, pixel),
  }));
}

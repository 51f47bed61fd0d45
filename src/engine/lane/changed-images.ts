import { applyPixelChange } from '../../core/pixel-change.ts';
import { drawPixelChanges, type PixelChanges } from '../../core/pixel-draw.ts';
import type { ImageKey } from '../../core/random-keys.ts';
import { centredRegion } from '../../core/region.ts';
import { LabError } from '../../protocol/lab-error.ts';
import type { PixelChangeRequest } from '../../protocol/lane.ts';
import type { StoredImage } from './image-store.ts';
import type { InputGeometry } from './input-geometry.ts';

/** A copy of an image with some pixels changed. */
export interface ChangedImage {
  readonly bytes: Uint8Array;
  /** row · width + column of each changed pixel, in the order of the draw. */
  readonly positions: Uint32Array;
  /** Σ |Δ| in bytes over the changed channels. */
  readonly absDelta: number;
}

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

/**
 * Draws and applies the pixel changes of one cell to each image.
 * @throws LabError `spec-invalid` if the draw does not fit the images
 */
export function changeImages(
  images: readonly StoredImage[],
  change: PixelChangeRequest,
  geometry: InputGeometry,
): ChangedImage[] {
  return images.map(({ key, bytes }) => {
    const drawn = drawFor(key, change, geometry);
    const copy = bytes.slice();
    return {
      bytes: copy,
      positions: drawn.positions,
      absDelta: applyPixelChange(copy, drawn),
    };
  });
}

import { changedPixels, type ChangedPixel } from '../../core/pixel-change.ts';
import type { ImageKey } from '../../core/random-keys.ts';
import { centredRegion } from '../../core/region.ts';
import type { PixelChangeRequest } from '../../protocol/pixel-change-request.ts';
import { corePixelValue } from '../../run/pixel-values.ts';

export type Colour = readonly [number, number, number];

/** A picture as a model sees it. */
export interface Picture {
  readonly height: number;
  readonly width: number;
  /** height · width · 3 bytes. */
  readonly bytes: Uint8Array;
}

/** What was changed in a picture. */
export interface Edits {
  /** At most one a pixel, in the order in which they were made. */
  readonly changes: readonly ChangedPixel[];
  /** The draw that made exactly these changes; null where a person made them. */
  readonly draw: PixelChangeRequest | null;
}

export const noEdits: Edits = { changes: [], draw: null };

export interface PixelPlace {
  readonly row: number;
  readonly column: number;
}

export function colourAt({ width, bytes }: Picture, { row, column }: PixelPlace): Colour {
  const at = (row * width + column) * 3;
  return [bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0];
}

/** The bytes of a picture after some changes. */
export function withEdits({ width, bytes }: Picture, { changes }: Pick<Edits, 'changes'>) {
  const changed = bytes.slice();
  for (const { row, column, after } of changes) changed.set(after, (row * width + column) * 3);
  return changed;
}

/** The pixels of a draw: those that a sweep with the same seed changes in this image. */
export function drawnEdits(picture: Picture, key: ImageKey, draw: PixelChangeRequest): Edits {
  const { height, width, bytes } = picture;
  const changes = changedPixels(bytes, {
    seed: draw.seed,
    imageKey: key,
    draw: draw.draw,
    count: draw.count,
    value: corePixelValue(draw.value),
    height,
    width,
    region: centredRegion(height, width, draw.region),
  });
  return { changes, draw };
}

/** Edits with one more pixel; `after` null gives the pixel its own colour back. */
export function withPixel(
  picture: Picture,
  { changes }: Edits,
  place: PixelPlace,
  after: Colour | null,
): Edits {
  const others = changes.filter(({ row, column }) => row !== place.row || column !== place.column);
  if (after === null) return { changes: others, draw: null };
  const before = colourAt(picture, place);
  return { changes: [...others, { ...place, before, after }], draw: null };
}

/** The pixels in which a picture differs from the original. */
export function differingPixels(picture: Picture, changed: Uint8Array): Edits {
  const { height, width } = picture;
  const changes: ChangedPixel[] = [];
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const before = colourAt(picture, { row, column });
      const after = colourAt({ height, width, bytes: changed }, { row, column });
      if (before.some((byte, channel) => byte !== after[channel])) {
        changes.push({ row, column, before, after });
      }
    }
  }
  return { changes, draw: null };
}

/** A colour moved by so many steps in each channel, clipped to 0 … 255. */
export function offsetColour(colour: Colour, by: Colour): Colour {
  const moved = (channel: 0 | 1 | 2) => Math.min(255, Math.max(0, colour[channel] + by[channel]));
  return [moved(0), moved(1), moved(2)];
}

/** All pixels on the way from one to another, both included. */
export function pixelsBetween(from: PixelPlace, to: PixelPlace): PixelPlace[] {
  const steps = Math.max(Math.abs(to.row - from.row), Math.abs(to.column - from.column));
  return Array.from({ length: steps + 1 }, (_, step) => {
    const share = steps === 0 ? 0 : step / steps;
    return {
      row: Math.round(from.row + share * (to.row - from.row)),
      column: Math.round(from.column + share * (to.column - from.column)),
    };
  });
}

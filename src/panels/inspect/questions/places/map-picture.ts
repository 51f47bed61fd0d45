import type { Picture } from '../../../../state/inspect/edits.ts';
import { mapColour } from './map-colours.ts';

/** How much of a pixel is the map's colour; the rest is the picture in grey. */
const COVER = 0.72;

/**
 * A picture in grey under the colours of a map.
 * @param shareOf share of the scale of a pixel, by row · width + column; null where nothing is known
 */
export function mapPicture(
  { bytes }: Picture,
  shareOf: (position: number) => number | null,
): Uint8Array {
  const mixed = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at += 3) {
    const grey =
      0.299 * (bytes[at] ?? 0) + 0.587 * (bytes[at + 1] ?? 0) + 0.114 * (bytes[at + 2] ?? 0);
    const share = shareOf(at / 3);
    const colour = share === null ? null : mapColour(share);
    for (let channel = 0; channel < 3; channel += 1) {
      const over = colour?.[channel] ?? grey;
      mixed[at + channel] = Math.round(COVER * over + (1 - COVER) * grey);
    }
  }
  return mixed;
}

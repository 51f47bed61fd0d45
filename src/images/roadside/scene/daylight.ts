import { mix, powerOfTwo } from '../elementary.ts';
import type { Stream } from '../stream.ts';

/** The light of one photograph, in units in which the sensor saturates at 1. */
export interface Daylight {
  /** Factor on the reflectance of the sign. */
  readonly sign: number;
  /** Factor on the light of the backdrop. */
  readonly backdrop: number;
  /** Colour of the light, by channel. */
  readonly tint: readonly number[];
  /** Stray light added everywhere, by channel. */
  readonly veil: readonly number[];
}

/** Brightness of a white sign in the finished photograph: 1 just saturates. */
function chooseWhiteLevel(stream: Stream): number {
  const kind = stream.unit();
  if (kind < 0.32) return stream.between(0.09, 0.42);
  if (kind < 0.8) return stream.between(0.42, 1.05);
  return stream.between(1, 1.6);
}

/** @param exponent - that of the camera's tone curve, so that dark photographs come out dark. */
export function chooseDaylight(exponent: number, stream: Stream): Daylight {
  const level = chooseWhiteLevel(stream);
  const linear = mix(level * level, level, (exponent - 0.5) * 2);
  const sign = linear / 0.7;
  const contrast = stream.unit();
  let stops = stream.around(-2.2, 1.6);
  if (contrast < 0.22) stops = stream.between(0.5, 4);
  else if (contrast < 0.42) stops = stream.between(-4, -1);
  const backdrop = Math.min(sign * powerOfTwo(stops), 6);

  const strong = stream.chance(0.2) ? 2 : 1;
  const warmth = stream.around(-0.28, 0.28) * strong;
  const magenta = stream.around(-0.07, 0.07) * strong;
  const veil = stream.chance(0.22) ? stream.between(0, 0.2) * linear : 0;
  return {
    sign,
    backdrop,
    tint: [1 + warmth, 1 - magenta, 1 - 1.1 * warmth],
    veil: [veil * (1 + 0.4 * warmth), veil, veil * (1 - 0.5 * warmth) * stream.between(1, 1.4)],
  };
}

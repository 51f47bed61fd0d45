import type { SignColour } from '../artwork/artwork.ts';
import { mix } from '../elementary.ts';
import type { Stream } from '../stream.ts';

/** Reflectance of the three paints of a sign, linear red, green, blue in 0…1 each. */
export interface Paints {
  readonly white: readonly number[];
  readonly colour: readonly number[];
  readonly black: readonly number[];
}

// Fresh paint and what the sun leaves of it.
const fresh: Readonly<Record<SignColour, readonly number[]>> = {
  red: [0.5, 0.022, 0.03],
  blue: [0.012, 0.075, 0.34],
  yellow: [0.78, 0.4, 0.02],
  orange: [0.8, 0.42, 0.04],
};
const faded: Readonly<Record<SignColour, readonly number[]>> = {
  red: [0.6, 0.18, 0.15],
  blue: [0.2, 0.3, 0.42],
  yellow: [0.75, 0.55, 0.25],
  orange: [0.75, 0.55, 0.3],
};

/** The paints of one sign: its age, its batch and the colour response of the camera. */
export function choosePaints(colour: SignColour, stream: Stream): Paints {
  const age = stream.chance(0.2) ? stream.between(0.2, 1) : stream.between(0, 0.2);
  const depth = stream.between(0.55, 1.25);
  const grey = stream.between(0.55, 0.85);
  const yellowing = stream.chance(0.25) ? stream.between(0, 0.3) : 0;
  const leak = stream.between(0, 0.035);
  const ink = stream.between(0.006, stream.chance(0.15) ? 0.16 : 0.05);
  return {
    white: [grey, grey * (1 - 0.25 * yellowing), grey * (1 - yellowing)],
    colour: fresh[colour].map(
      (value, i) =>
        (mix(value, faded[colour][i] ?? 0, age) + leak) * depth * stream.between(0.85, 1.15),
    ),
    black: [ink, ink, ink * stream.between(0.9, 1.25)],
  };
}

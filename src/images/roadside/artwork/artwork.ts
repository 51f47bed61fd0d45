import type { Shape } from './shapes.ts';

/** A sign uses three paints: white, its own colour (red, blue or yellow) and black. */
export type Paint = 'white' | 'colour' | 'black';

export interface Layer {
  readonly paint: Paint;
  readonly shape: Shape;
}

/** The colour of the paint named `colour`. */
export type SignColour = 'red' | 'blue' | 'yellow' | 'orange';

/**
 * A drawn sign, back to front. The unit is the half width of the sign, x points right and y down;
 * `hull` holds x and y of points whose convex hull is the outline, for framing.
 */
export interface Artwork {
  readonly colour: SignColour;
  readonly layers: readonly Layer[];
  readonly hull: readonly number[];
}

export const discHull: readonly number[] = [
  1, 0, 0.924, 0.383, 0.707, 0.707, 0.383, 0.924, 0, 1, -0.383, 0.924, -0.707, 0.707, -0.924, 0.383,
  -1, 0, -0.924, -0.383, -0.707, -0.707, -0.383, -0.924, 0, -1, 0.383, -0.924, 0.707, -0.707, 0.924,
  -0.383,
];

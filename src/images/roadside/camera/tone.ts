import type { Picture } from '../picture.ts';

/** How a camera turns linear light into the values of a photograph. */
export interface Tone {
  /** Exponent of the curve, 0.25…1. */
  readonly exponent: number;
  /** Light that still comes out black, 0…0.1. */
  readonly black: number;
  /** 1 keeps colours, 0 is grey, above 1 exaggerates. */
  readonly saturation: number;
  /** Darkening of the corners, 0…1. */
  readonly vignette: number;
}

/** About value^exponent for 0.25 ≤ exponent ≤ 1: powers that square roots give, mixed linearly. */
function power(value: number, exponent: number): number {
  const root = Math.sqrt(value);
  if (exponent >= 0.5) {
    const share = exponent * 2 - 1;
    return root + (value - root) * share;
  }
  const fourth = Math.sqrt(root);
  return fourth + (root - fourth) * (exponent * 4 - 1);
}

/** Applies vignette, saturation and tone curve in place; values end in 0…1. */
export function develop(picture: Picture, tone: Tone): void {
  const { size, data } = picture;
  const centre = (size - 1) / 2;
  const reach = 1 / (2 * centre * centre);
  const range = 1 / (1 - tone.black);
  let at = 0;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const dx = column - centre;
      const dy = row - centre;
      const light = 1 - tone.vignette * (dx * dx + dy * dy) * reach;
      const red = light * (data[at] ?? 0);
      const green = light * (data[at + 1] ?? 0);
      const blue = light * (data[at + 2] ?? 0);
      const grey = 0.3 * red + 0.55 * green + 0.15 * blue;
      data[at] = curve(grey + tone.saturation * (red - grey), tone, range);
      data[at + 1] = curve(grey + tone.saturation * (green - grey), tone, range);
      data[at + 2] = curve(grey + tone.saturation * (blue - grey), tone, range);
      at += 3;
    }
  }
}

function curve(light: number, tone: Tone, range: number): number {
  const value = (light - tone.black) * range;
  if (value <= 0) return 0;
  return value >= 1 ? 1 : power(value, tone.exponent);
}

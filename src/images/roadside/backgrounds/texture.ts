import { clamp } from '../elementary.ts';

/** Side of a background texture in texels. */
export const textureSize = 96;

/** Linear light, roughly 0…1 with brighter highlights. */
export type Colour = readonly [red: number, green: number, blue: number];

/** textureSize² texels of linear red, green and blue, interleaved. */
export type Texture = Float32Array;

/** Fills a texture from a function of the texel. */
export function textureFrom(colourAt: (x: number, y: number) => Colour): Texture {
  const texture = new Float32Array(textureSize * textureSize * 3);
  for (let y = 0; y < textureSize; y += 1) {
    for (let x = 0; x < textureSize; x += 1) {
      texture.set(colourAt(x, y), (y * textureSize + x) * 3);
    }
  }
  return texture;
}

export function mixColours(from: Colour, to: Colour, share: number): Colour {
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ];
}

export function scaleColour(colour: Colour, factor: number): Colour {
  return [colour[0] * factor, colour[1] * factor, colour[2] * factor];
}

/** Blends a colour over the texels whose signed distance (in texels) is negative. */
export function overlay(
  texture: Texture,
  colour: Colour,
  distance: (x: number, y: number) => number,
  opacity = 1,
): void {
  for (let y = 0; y < textureSize; y += 1) {
    for (let x = 0; x < textureSize; x += 1) {
      const share = opacity * clamp(0.5 - distance(x + 0.5, y + 0.5), 0, 1);
      if (share === 0) continue;
      const at = (y * textureSize + x) * 3;
      for (let i = 0; i < 3; i += 1) {
        texture[at + i] = (texture[at + i] ?? 0) * (1 - share) + (colour[i] ?? 0) * share;
      }
    }
  }
}

/** Signed distance to an upright rectangle, in texels. */
export function rectangle(left: number, top: number, right: number, bottom: number) {
  return (x: number, y: number): number =>
    Math.max(left - x, x - right, Math.max(top - y, y - bottom));
}

/** Signed distance to a straight band of the given half width, in texels. */
export function band(ax: number, ay: number, bx: number, by: number, halfWidth: number) {
  const dx = bx - ax;
  const dy = by - ay;
  const square = dx * dx + dy * dy;
  return (x: number, y: number): number => {
    const t = square > 0 ? clamp(((x - ax) * dx + (y - ay) * dy) / square, 0, 1) : 0;
    const ex = x - ax - t * dx;
    const ey = y - ay - t * dy;
    return Math.sqrt(ex * ex + ey * ey) - halfWidth;
  };
}

/** Coordinates outside the texture are reflected at its edges. */
function reflected(value: number): number {
  const period = 2 * (textureSize - 1);
  const turn = value - period * Math.floor(value / period);
  return turn < textureSize - 1 ? turn : period - turn;
}

/** Samples a texture bilinearly into `out`. */
export function sampleTexture(texture: Texture, x: number, y: number, out: Float64Array): void {
  const tx = reflected(x);
  const ty = reflected(y);
  const column = Math.min(Math.floor(tx), textureSize - 2);
  const row = Math.min(Math.floor(ty), textureSize - 2);
  const fx = tx - column;
  const fy = ty - row;
  const at = (row * textureSize + column) * 3;
  const below = at + textureSize * 3;
  for (let i = 0; i < 3; i += 1) {
    const upper = (texture[at + i] ?? 0) * (1 - fx) + (texture[at + 3 + i] ?? 0) * fx;
    const lower = (texture[below + i] ?? 0) * (1 - fx) + (texture[below + 3 + i] ?? 0) * fx;
    out[i] = upper * (1 - fy) + lower * fy;
  }
}

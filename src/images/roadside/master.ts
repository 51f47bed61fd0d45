import type { Artwork, Paint } from './artwork/artwork.ts';

/** Plane coordinates −extent…extent fill a master. */
const extent = 1.1;
const baseSize = 128;
const levelCount = 5;

/**
 * A sign drawn once: at each texel the coverage (0…1) of its three paints, white, colour and black,
 * interleaved. Level i is (128 / 2^i)² texels. What the paints do not cover is transparent.
 */
export interface Master {
  readonly artwork: Artwork;
  readonly levels: readonly Float32Array[];
}

const paintIndex: Readonly<Record<Paint, 0 | 1 | 2>> = { white: 0, colour: 1, black: 2 };

/** Rasterises the layers of a sign, antialiased by distance, and its halved levels. */
export function drawMaster(artwork: Artwork): Master {
  const base = new Float32Array(baseSize * baseSize * 3);
  const texelsPerUnit = baseSize / (2 * extent);
  for (const layer of artwork.layers) {
    const paint = paintIndex[layer.paint];
    for (let row = 0; row < baseSize; row += 1) {
      const y = (row + 0.5) / texelsPerUnit - extent;
      for (let column = 0; column < baseSize; column += 1) {
        const x = (column + 0.5) / texelsPerUnit - extent;
        const coverage = 0.5 - layer.shape(x, y) * texelsPerUnit;
        if (coverage <= 0) continue;
        const share = coverage < 1 ? coverage : 1;
        const at = (row * baseSize + column) * 3;
        for (let i = 0; i < 3; i += 1) base[at + i] = (base[at + i] ?? 0) * (1 - share);
        base[at + paint] = (base[at + paint] ?? 0) + share;
      }
    }
  }
  const levels: Float32Array[] = [base];
  for (let level = 1; level < levelCount; level += 1) {
    levels.push(halved(levels[level - 1] ?? base, baseSize >> (level - 1)));
  }
  return { artwork, levels };
}

function halved(source: Float32Array, size: number): Float32Array {
  const half = size >> 1;
  const target = new Float32Array(half * half * 3);
  const stride = size * 3;
  for (let row = 0; row < half; row += 1) {
    for (let i = 0; i < half * 3; i += 1) {
      const column = Math.floor(i / 3);
      const from = 2 * row * stride + 6 * column + (i - 3 * column);
      const top = (source[from] ?? 0) + (source[from + 3] ?? 0);
      const bottom = (source[from + stride] ?? 0) + (source[from + stride + 3] ?? 0);
      target[row * half * 3 + i] = (top + bottom) / 4;
    }
  }
  return target;
}

/** The level of detail at which one texel is one pixel: 0 for the finest, fractional between. */
export function detailLevel(pixelsPerUnit: number): number {
  let ratio = baseSize / (2 * extent) / pixelsPerUnit;
  let level = 0;
  while (ratio >= 2 && level < levelCount - 1) {
    ratio /= 2;
    level += 1;
  }
  const rest = ratio > 1 ? ratio - 1 : 0;
  return Math.min(levelCount - 1, level + Math.min(1, rest));
}

/**
 * Adds up the paints at a point of the sign plane, trilinearly, into `out` (white, colour, black).
 *
 * @returns the opacity, 0…1.
 */
export function sampleMaster(
  master: Master,
  x: number,
  y: number,
  level: number,
  out: Float64Array,
): number {
  out[0] = 0;
  out[1] = 0;
  out[2] = 0;
  if (x <= -extent || x >= extent || y <= -extent || y >= extent) return 0;
  const fine = Math.floor(level);
  const share = level - fine;
  addBilinear(master, fine, x, y, 1 - share, out);
  if (share > 0) addBilinear(master, fine + 1, x, y, share, out);
  return (out[0] ?? 0) + (out[1] ?? 0) + (out[2] ?? 0);
}

function addBilinear(
  master: Master,
  level: number,
  x: number,
  y: number,
  weight: number,
  out: Float64Array,
): void {
  const texels = master.levels[level];
  if (!texels) return;
  const size = baseSize >> level;
  const scale = size / (2 * extent);
  const last = size - 1.001;
  let tx = (x + extent) * scale - 0.5;
  let ty = (y + extent) * scale - 0.5;
  tx = tx < 0 ? 0 : tx > last ? last : tx;
  ty = ty < 0 ? 0 : ty > last ? last : ty;
  const column = Math.floor(tx);
  const row = Math.floor(ty);
  const fx = tx - column;
  const fy = ty - row;
  const a = (1 - fx) * (1 - fy) * weight;
  const b = fx * (1 - fy) * weight;
  const c = (1 - fx) * fy * weight;
  const d = fx * fy * weight;
  const at = (row * size + column) * 3;
  const below = at + size * 3;
  for (let i = 0; i < 3; i += 1) {
    out[i] =
      (out[i] ?? 0) +
      a * (texels[at + i] ?? 0) +
      b * (texels[at + 3 + i] ?? 0) +
      c * (texels[below + i] ?? 0) +
      d * (texels[below + 3 + i] ?? 0);
  }
}

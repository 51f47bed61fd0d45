import { philox4x32Into } from '../../src/core/philox.ts';
import { seedKey } from '../../src/core/random-keys.ts';

export interface Augmentation {
  /** Share of the images that are changed at all. */
  readonly share: number;
  /** Largest shift of the centre in pixels. */
  readonly shift: number;
  /** Largest relative change of the scale. */
  readonly zoom: number;
  /** Largest shear of rows against columns, which near 0 also stands for a rotation in radians. */
  readonly tilt: number;
  /** Largest relative change of brightness, and half as much of each colour channel. */
  readonly light: number;
  /** Largest relative change of contrast about the mean. */
  readonly contrast: number;
}

const STREAM = 0x80000012;
const TWO_32 = 4294967296;

/** Twelve uniform numbers in −1 … 1 for one image in one epoch. */
function uniforms(seed: number, epoch: number, image: number): number[] {
  const [low, high] = seedKey(seed);
  const words = new Uint32Array(4);
  const values: number[] = [];
  for (let block = 0; block < 3; block += 1) {
    philox4x32Into(image, epoch, block, STREAM, low, high, words);
    for (const word of words) values.push((word / TWO_32) * 2 - 1);
  }
  return values;
}

function meanOf(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) sum += byte;
  return sum / bytes.length;
}

/** One table a channel: byte in, byte out, rounded. */
function lightTables(bytes: Uint8Array, options: Augmentation, u: readonly number[]): Uint8Array[] {
  const mean = meanOf(bytes);
  const contrast = 1 + options.contrast * (u[4] ?? 0);
  return [5, 6, 7].map((slot) => {
    const gain = (1 + options.light * (u[8] ?? 0)) * (1 + (options.light / 2) * (u[slot] ?? 0));
    const table = new Uint8ClampedArray(256);
    for (let byte = 0; byte < 256; byte += 1) {
      table[byte] = ((byte - mean) * contrast + mean) * gain;
    }
    return new Uint8Array(table.buffer);
  });
}

/**
 * Writes a copy of a square image, most often moved, scaled, tilted and re-lit; beyond its border the
 * last row and column go on. Every pixel changes smoothly with its neighbours: nothing here resembles a
 * change of single pixels.
 * @param source side × side × 3 bytes
 */
export function augment(
  source: Uint8Array,
  target: Uint8Array,
  side: number,
  options: Augmentation,
  key: { readonly seed: number; readonly epoch: number; readonly image: number },
): void {
  const u = uniforms(key.seed, key.epoch, key.image);
  if ((u[9] ?? 0) >= 2 * options.share - 1) {
    target.set(source);
    return;
  }
  const [red, green, blue] = lightTables(source, options, u);
  if (!red || !green || !blue) throw new Error('three channels have three tables');
  const scale = 1 + options.zoom * (u[0] ?? 0);
  const tilt = options.tilt * (u[1] ?? 0);
  const centre = (side - 1) / 2;
  const originY = centre + options.shift * (u[2] ?? 0);
  const originX = centre + options.shift * (u[3] ?? 0);
  const last = side - 1;
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      const dy = (row - centre) * scale;
      const dx = (column - centre) * scale;
      const y = Math.min(last, Math.max(0, originY + dy + tilt * dx));
      const x = Math.min(last, Math.max(0, originX + dx - tilt * dy));
      const top = Math.min(last - 1, Math.floor(y));
      const left = Math.min(last - 1, Math.floor(x));
      const fy = y - top;
      const fx = x - left;
      const at = (top * side + left) * 3;
      const below = at + side * 3;
      const to = (row * side + column) * 3;
      for (let channel = 0; channel < 3; channel += 1) {
        const a = source[at + channel] ?? 0;
        const b = source[at + 3 + channel] ?? 0;
        const c = source[below + channel] ?? 0;
        const d = source[below + 3 + channel] ?? 0;
        const upper = a + (b - a) * fx;
        const lower = c + (d - c) * fx;
        const value = Math.round(upper + (lower - upper) * fy);
        const table = channel === 0 ? red : channel === 1 ? green : blue;
        target[to + channel] = table[value] ?? 0;
      }
    }
  }
}

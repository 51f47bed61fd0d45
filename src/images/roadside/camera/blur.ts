import { clamp } from '../elementary.ts';
import type { Picture } from '../picture.ts';
import type { Stream } from '../stream.ts';

/** Blurs in place by about a Gaussian of the given variance (in pixels²): repeated three-tap means. */
export function defocus(picture: Picture, variance: number): void {
  if (variance <= 0.01) return;
  // One pass of weights (a, 1 − 2a, a) adds a variance of 2a.
  const passes = Math.ceil(variance / 0.6);
  const a = variance / passes / 2;
  const { size, data } = picture;
  for (let pass = 0; pass < passes; pass += 1) {
    for (let row = 0; row < size; row += 1) blurLine(data, row * size * 3, 3, size, a);
    for (let column = 0; column < size; column += 1) {
      blurLine(data, column * 3, size * 3, size, a);
    }
  }
}

function blurLine(data: Float32Array, start: number, step: number, count: number, a: number): void {
  const centre = 1 - 2 * a;
  for (let channel = 0; channel < 3; channel += 1) {
    let at = start + channel;
    let before = data[at] ?? 0;
    let here = before;
    for (let i = 0; i < count; i += 1) {
      const after = i + 1 < count ? (data[at + step] ?? 0) : here;
      data[at] = a * (before + after) + centre * here;
      before = here;
      here = after;
      at += step;
    }
  }
}

/** Smears in place along a random direction over `length` pixels: a moving camera. */
export function motionBlur(picture: Picture, length: number, stream: Stream): void {
  const { size, data } = picture;
  const dx = stream.between(-1, 1);
  const dy = stream.between(-1, 1);
  const norm = Math.sqrt(dx * dx + dy * dy) + 1e-6;
  const taps = 2 + Math.ceil(length);
  const source = data.slice();
  data.fill(0);
  for (let tap = 0; tap < taps; tap += 1) {
    const along = (tap / (taps - 1) - 0.5) * length;
    addShifted(source, data, size, (dx / norm) * along, (dy / norm) * along, 1 / taps);
  }
}

function addShifted(
  source: Float32Array,
  target: Float32Array,
  size: number,
  shiftX: number,
  shiftY: number,
  weight: number,
): void {
  const wholeX = Math.floor(shiftX);
  const wholeY = Math.floor(shiftY);
  const fx = shiftX - wholeX;
  const fy = shiftY - wholeY;
  const a = (1 - fx) * (1 - fy) * weight;
  const b = fx * (1 - fy) * weight;
  const c = (1 - fx) * fy * weight;
  const d = fx * fy * weight;
  const last = size - 1;
  let at = 0;
  for (let row = 0; row < size; row += 1) {
    const upper = clamp(row + wholeY, 0, last) * size;
    const lower = clamp(row + wholeY + 1, 0, last) * size;
    for (let column = 0; column < size; column += 1) {
      const left = clamp(column + wholeX, 0, last);
      const right = clamp(column + wholeX + 1, 0, last);
      for (let i = 0; i < 3; i += 1) {
        target[at] =
          (target[at] ?? 0) +
          a * (source[(upper + left) * 3 + i] ?? 0) +
          b * (source[(upper + right) * 3 + i] ?? 0) +
          c * (source[(lower + left) * 3 + i] ?? 0) +
          d * (source[(lower + right) * 3 + i] ?? 0);
        at += 1;
      }
    }
  }
}

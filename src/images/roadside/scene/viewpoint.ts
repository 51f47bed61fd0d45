import { mix, rotationFromHalfTangent } from '../elementary.ts';
import type { Stream } from '../stream.ts';

/**
 * A projective map as nine numbers, row-major: pixel (x, y) lies at
 * ((m0 x + m1 y + m2) / w, (m3 x + m4 y + m5) / w) of the sign plane, w = m6 x + m7 y + m8.
 */
export type Projection = readonly number[];

export interface Viewpoint {
  readonly toPlane: Projection;
  /** Pixels a unit of the sign plane spans near its centre. */
  readonly pixelsPerUnit: number;
}

/**
 * Looks at a sign from a random side and frames it as a detector does: the bounding box of the
 * projected hull fills most of a frame of size² pixels, a little off centre and now and then cut.
 */
export function chooseViewpoint(hull: readonly number[], size: number, stream: Stream): Viewpoint {
  const wide = stream.chance(0.15) ? 0.42 : 0.2;
  const yaw = rotationFromHalfTangent(stream.around(-wide, wide) * 1.3);
  const pitch = rotationFromHalfTangent(stream.around(-0.16, 0.16));
  const lean = stream.chance(0.12) ? 0.15 : 0.065;
  const roll = rotationFromHalfTangent(stream.around(-lean, lean));
  const nearness = stream.between(0.02, 0.22);

  // Rotation about the vertical, then the horizontal axis, then in the picture; only the first two
  // columns matter, since the sign is flat.
  const x0 = yaw.cos;
  const y0 = -pitch.sin * yaw.sin;
  const z0 = -pitch.cos * yaw.sin;
  const x1 = 0;
  const y1 = pitch.cos;
  const z1 = -pitch.sin;
  const a = roll.cos * x0 - roll.sin * y0;
  const b = roll.cos * x1 - roll.sin * y1;
  const d = roll.sin * x0 + roll.cos * y0;
  const e = roll.sin * x1 + roll.cos * y1;
  const g = z0 * nearness;
  const h = z1 * nearness;

  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  for (let i = 0; i + 1 < hull.length; i += 2) {
    const u = hull[i] ?? 0;
    const v = hull[i + 1] ?? 0;
    const w = g * u + h * v + 1;
    const x = (a * u + b * v) / w;
    const y = (d * u + e * v) / w;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }

  const tight = stream.chance(0.12);
  const fill = tight ? stream.between(0.85, 1.06) : stream.between(0.64, 0.88);
  const stretch = stream.around(0.93, 1.07);
  const squareness = stream.unit();
  const width = right - left;
  const height = bottom - top;
  const larger = Math.max(width, height);
  const scaleX = (fill * size * stretch) / mix(larger, width, squareness);
  const scaleY = (fill * size) / stretch / mix(larger, height, squareness);
  const jitter = tight ? 0.08 : 0.055;
  const shiftX = size * (0.5 + stream.around(-jitter, jitter)) - (scaleX * (left + right)) / 2;
  const shiftY = size * (0.5 + stream.around(-jitter, jitter)) - (scaleY * (top + bottom)) / 2;

  return {
    toPlane: inverse([
      scaleX * a + shiftX * g,
      scaleX * b + shiftX * h,
      shiftX,
      scaleY * d + shiftY * g,
      scaleY * e + shiftY * h,
      shiftY,
      g,
      h,
      1,
    ]),
    pixelsPerUnit: (scaleX * x0 + scaleY * y1) / 2,
  };
}

/** The inverse of a 3×3 matrix up to a factor, which a projective map does not see. */
function inverse(matrix: readonly number[]): Projection {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = matrix;
  return [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ];
}

export function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}

export function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

/** 0 below `low`, 1 above `high`, a cubic with flat ends between them. */
export function smoothStep(low: number, high: number, value: number): number {
  const t = clamp((value - low) / (high - low), 0, 1);
  return t * t * (3 - 2 * t);
}

/**
 * About 2^stops for −16 ≤ stops ≤ 16: exact at integers, within 0.4 % between them. Not `Math.pow`,
 * whose last bits the ECMAScript standard leaves to the engine.
 */
export function powerOfTwo(stops: number): number {
  const whole = Math.floor(stops);
  const rest = stops - whole;
  const scale = whole >= 0 ? 1 << whole : 1 / (1 << -whole);
  return scale * (1 + rest * (0.6565 + 0.3435 * rest));
}

/** A rotation as the cosine and sine of its angle. */
export interface Rotation {
  readonly cos: number;
  readonly sin: number;
}

/** The rotation whose half angle has the given tangent; tangent 0.1 is about 11.4°. */
export function rotationFromHalfTangent(tangent: number): Rotation {
  const square = tangent * tangent;
  return { cos: (1 - square) / (1 + square), sin: (2 * tangent) / (1 + square) };
}

import * as tf from '@tensorflow/tfjs-core';

/**
 * An activation x · σ(x · P(x²)), σ being the sigmoid. Even GELU is one, since log(Φ / (1 − Φ)) is
 * odd; on WASM a polynomial and a sigmoid take a fifth of the time of an error function.
 */
export interface Gate {
  /** Coefficients of P, the constant first. */
  readonly coefficients: readonly number[];
  /** Where x² stops growing in P, which has been fitted no further. */
  readonly farthest: number;
}

export const SILU: Gate = { coefficients: [1], farthest: Infinity };

const TANH_SLOPE = 2 * Math.sqrt(2 / Math.PI);

/** ½ (1 + tanh z) is σ(2z). */
export const GELU_TANH: Gate = {
  coefficients: [TANH_SLOPE, TANH_SLOPE * 0.044715],
  farthest: 100,
};

/**
 * Φ(x) ≈ σ(x · P(x²)): a fit of our own to log(Φ / (1 − Φ)) / x on 0 ≤ x ≤ 5.5 that minimises the
 * largest error of Φ. In float32 Φ is off by at most 8 · 10⁻⁸ (an error function by 1.5 · 10⁻⁷).
 */
export const GELU: Gate = {
  coefficients: [
    1.59576985, 0.0726666799, -6.65136638e-5, -0.00010949075, 7.51749165e-6, -1.90668763e-7,
    -3.14702368e-9, 2.85456774e-10, -4.54897051e-12,
  ],
  farthest: 30.25,
};

function polynomial(x: tf.Tensor, coefficients: readonly number[]): tf.Tensor | number {
  const descending = coefficients.toReversed();
  const [last = 0, ...rest] = descending;
  return rest.reduce<tf.Tensor | number>(
    (value, coefficient) => tf.add(tf.mul(x, value), coefficient),
    last,
  );
}

function squareOf(x: tf.Tensor, { farthest }: Gate): tf.Tensor {
  const square = tf.square(x);
  return farthest === Infinity ? square : tf.clipByValue(square, 0, farthest);
}

function gateOf(x: tf.Tensor, gate: Gate): tf.Tensor {
  const slope = polynomial(squareOf(x, gate), gate.coefficients);
  return tf.sigmoid(slope === 1 ? x : tf.mul(x, slope));
}

export function selfGated(x: tf.Tensor, gate: Gate): tf.Tensor {
  return tf.mul(x, gateOf(x, gate));
}

/** σ + x · σ · (1 − σ) · (x · P(x²))′, where (x · P(x²))′ has the coefficients (2k + 1) · pₖ. */
export function selfGatedSlope(x: tf.Tensor, gate: Gate): tf.Tensor {
  const share = gateOf(x, gate);
  const slopes = gate.coefficients.map((coefficient, power) => (2 * power + 1) * coefficient);
  const inner = tf.mul(tf.mul(x, tf.sub(1, share)), polynomial(squareOf(x, gate), slopes));
  return tf.mul(share, tf.add(inner, 1));
}

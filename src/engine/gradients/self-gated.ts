import * as tf from '@tensorflow/tfjs-core';
import { onWasm, wasmKernel } from './wasm-kernel.ts';

/**
 * An activation x · σ(x · P(x²)), σ being the sigmoid. Even GELU is one, since log(Φ / (1 − Φ)) is
 * odd; on WASM a polynomial and a sigmoid take a fifth of the time of an error function.
 */
export interface Gate {
  /** Coefficients of P, the constant first; at most nine. */
  readonly coefficients: readonly number[];
  /** Where x² stops growing in P, which has been fitted no further. */
  readonly farthest: number;
}

export const SILU: Gate = { coefficients: [1], farthest: 100 };

const TANH_SLOPE = 2 * Math.sqrt(2 / Math.PI);

/** ½ (1 + tanh z) is σ(2z). */
export const GELU_TANH: Gate = {
  coefficients: [TANH_SLOPE, TANH_SLOPE * 0.044715],
  farthest: 100,
};

/**
 * Φ(x) ≈ σ(x · P(x²)): a fit of our own to log(Φ / (1 − Φ)) / x on 0 ≤ x ≤ 5.5 that minimises the
 * largest error of Φ (`tests/fixtures/graph/fit_gelu.py`). In float32 Φ is off by at most 8 · 10⁻⁸,
 * and an error function made of it by 1.6 · 10⁻⁷.
 */
export const GELU: Gate = {
  coefficients: [
    1.59576985, 0.0726666799, -6.65136638e-5, -0.00010949075, 7.51749165e-6, -1.90668763e-7,
    -3.14702368e-9, 2.85456774e-10, -4.54897051e-12,
  ],
  farthest: 30.25,
};

type NineCoefficients = readonly [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

interface SquarePolynomial {
  readonly coefficients: NineCoefficients;
  readonly farthest: number;
}

// One pass over the memory with all coefficients in registers, where Horner's rule by kernels of the
// backend takes sixteen.
const polynomialOnWasm = wasmKernel<SquarePolynomial>(
  'PixelproofSquarePolynomial',
  (output, [x], { coefficients: [a, b, c, d, e, f, g, h, i], farthest }) => {
    if (x === undefined) return;
    for (let at = 0; at < output.length; at += 1) {
      const value = x[at] as number;
      const u = Math.min(value * value, farthest);
      output[at] = (((((((i * u + h) * u + g) * u + f) * u + e) * u + d) * u + c) * u + b) * u + a;
    }
  },
);

/** P(min(x², farthest)). */
function polynomial(x: tf.Tensor, { coefficients, farthest }: Gate): tf.Tensor {
  if (onWasm()) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = coefficients;
    return polynomialOnWasm([x], x.shape, { coefficients: [a, b, c, d, e, f, g, h, i], farthest });
  }
  const square = tf.clipByValue(tf.square(x), 0, farthest);
  const [last = 0, ...rest] = coefficients.toReversed();
  return rest.reduce<tf.Tensor>(
    (value, coefficient) => tf.add(tf.mul(square, value), coefficient),
    tf.fill(x.shape, last),
  );
}

/** The argument of σ is x itself where P is 1. */
function isPlain({ coefficients }: Gate): boolean {
  return coefficients.length === 1 && coefficients[0] === 1;
}

function gateOf(x: tf.Tensor, gate: Gate): tf.Tensor {
  return tf.sigmoid(isPlain(gate) ? x : tf.mul(x, polynomial(x, gate)));
}

export function selfGated(x: tf.Tensor, gate: Gate): tf.Tensor {
  return tf.mul(x, gateOf(x, gate));
}

/** σ + x · σ · (1 − σ) · (x · P(x²))′, where (x · P(x²))′ has the coefficients (2k + 1) · pₖ. */
export function selfGatedSlope(x: tf.Tensor, gate: Gate): tf.Tensor {
  const share = gateOf(x, gate);
  const along = tf.mul(x, tf.sub(1, share));
  if (isPlain(gate)) return tf.mul(share, tf.add(along, 1));
  const coefficients = gate.coefficients.map((value, power) => (2 * power + 1) * value);
  const slopes = polynomial(x, { ...gate, coefficients });
  return tf.mul(share, tf.add(tf.mul(along, slopes), 1));
}

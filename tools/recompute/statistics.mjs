import { keyOfSeed, philox } from './philox.mjs';

const SIGN_FLIP = 0x80000002;

/** ln Γ(x) by Stirling's series after shifting x above 15. */
function logGamma(x) {
  let shift = 0;
  let z = x;
  while (z < 15) {
    shift += Math.log(z);
    z += 1;
  }
  const inverse = 1 / (z * z);
  const series =
    (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)))) /
    z;
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - shift;
}

/** Continued fraction of the incomplete beta function (Lentz's method). */
function betaFraction(x, a, b) {
  const tiny = 1e-300;
  const guard = (value) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m < 100_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guard(1 + even * d);
    c = guard(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guard(1 + odd * d);
    c = guard(1 + odd / c);
    result *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return result;
}

/** P(X ≤ x) of a beta variable. */
function betaCdf(x, a, b) {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
  return x < (a + 1) / (a + b + 2)
    ? (Math.exp(front) * betaFraction(x, a, b)) / a
    : 1 - (Math.exp(front) * betaFraction(1 - x, b, a)) / b;
}

/** Beta quantile by bisection, down to neighbouring doubles. */
function betaQuantile(p, a, b) {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (betaCdf(middle, a, b) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** 95 % Clopper–Pearson interval of `right` out of `n`. */
export function exactInterval(right, n) {
  return [
    right === 0 ? 0 : betaQuantile(0.025, right, n - right + 1),
    right === n ? 1 : betaQuantile(0.975, right + 1, n - right),
  ];
}

/** numerator / denominator of big integers as a double, correct to its last bits. */
function ratio(numerator, denominator) {
  if (numerator === 0n) return 0;
  const bits = (value) => value.toString(16).length * 4;
  const shift = bits(denominator) - bits(numerator) + 64;
  const quotient =
    shift >= 0
      ? (numerator << BigInt(shift)) / denominator
      : numerator / (denominator << BigInt(-shift));
  return Number(quotient) * 2 ** -shift;
}

/** Exact McNemar in big integers: twice the smaller tail of Pascal's row b + c. */
export function mcnemar(b, c) {
  const n = b + c;
  const least = Math.min(b, c);
  let binomial = 1n;
  let tail = 0n;
  for (let k = 0; k <= least; k += 1) {
    tail += binomial;
    binomial = (binomial * BigInt(n - k)) / BigInt(k + 1);
  }
  return Math.min(1, ratio(2n * tail, 1n << BigInt(n)));
}

/** Sign-flip test: the exact distribution of the sum, one binomial for each size of difference. */
export function signFlip(differences, seed) {
  const sizes = differences.filter((d) => d !== 0).map(Math.abs);
  const span = sizes.reduce((sum, size) => sum + size, 0);
  const observed = Math.abs(differences.reduce((sum, d) => sum + d, 0));
  if (sizes.length * span > 2e8) return sampledSignFlip(sizes, observed, seed);
  let chance = new Float64Array(2 * span + 1);
  chance[span] = 1;
  for (const size of new Set(sizes)) {
    const m = sizes.filter((each) => each === size).length;
    const next = new Float64Array(chance.length);
    for (let k = 0; k <= m; k += 1) {
      const weight = Math.exp(
        logGamma(m + 1) - logGamma(k + 1) - logGamma(m - k + 1) - m * Math.LN2,
      );
      const shift = size * (2 * k - m);
      const end = Math.min(chance.length, chance.length + shift);
      for (let at = Math.max(0, shift); at < end; at += 1) next[at] += weight * chance[at - shift];
    }
    chance = next;
  }
  let p = 0;
  for (let at = 0; at < chance.length; at += 1) {
    if (Math.abs(at - span) >= observed) p += chance[at];
  }
  return Math.min(1, p);
}

function sampledSignFlip(sizes, observed, seed) {
  const key = keyOfSeed(seed);
  let extreme = 0;
  for (let sample = 0; sample < 9999; sample += 1) {
    let sum = 0;
    for (let start = 0; start < sizes.length; start += 128) {
      const words = philox([sample, start / 128, 0, SIGN_FLIP], key);
      for (let bit = 0; bit < Math.min(128, sizes.length - start); bit += 1) {
        const up = Math.floor(words[Math.floor(bit / 32)] / 2 ** (bit % 32)) % 2 === 1;
        sum += up ? sizes[start + bit] : -sizes[start + bit];
      }
    }
    if (Math.abs(sum) >= observed) extreme += 1;
  }
  return (extreme + 1) / 10_000;
}

/** Holm-adjusted p-values: the largest multiple among the p-values that come no later. */
export function holmAdjusted(p) {
  return p.map((mine) =>
    Math.min(
      1,
      Math.max(...p.filter((q) => q <= mine).map((q) => q * p.filter((r) => r >= q).length)),
    ),
  );
}

/**
 * Number of pixels at which `q` % are wrong. The isotonic fit is the slope of the greatest convex
 * minorant of the cumulative totals; ±Infinity where the counts do not bracket it.
 */
export function crossing(counts, totals, trials, q) {
  const needed = (steps) => q * trials * steps;
  let before = null;
  for (let at = 0; at < counts.length;) {
    let sum = 0;
    let best = { sum: Infinity, steps: 1 };
    for (let end = at; end < counts.length; end += 1) {
      sum += totals[end];
      const steps = end - at + 1;
      if (sum * best.steps <= best.sum * steps) best = { sum, steps };
    }
    if (100 * best.sum === needed(best.steps)) return counts[at];
    const slope = best.sum / best.steps;
    if (100 * best.sum > needed(best.steps)) {
      if (before === null) return -Infinity;
      const from = Math.log(counts[at - 1]);
      const share = ((q * trials) / 100 - before) / (slope - before);
      return Math.exp(from + share * (Math.log(counts[at]) - from));
    }
    before = slope;
    at += best.steps;
  }
  return Infinity;
}

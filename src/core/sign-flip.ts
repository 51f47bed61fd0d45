import { philox4x32Into } from './philox.ts';
import { seedKey, STREAM } from './random-keys.ts';
import { runSteps } from './steps.ts';

/** Sign assignments drawn where the exact distribution would cost too much. */
const SIGN_FLIP_SAMPLES = 9_999;

const EXACT_WORK = 200_000_000;

// A step of this many additions takes a few milliseconds.
const STEP_WORK = 1_000_000;

export interface SignFlipOptions {
  /** Used by the sampled form only. */
  readonly seed: number;
  /** Largest (nonzero differences) × (sum of their sizes) done exactly; default 2 · 10⁸. */
  readonly exactWork?: number;
}

/** Every sum of ±size is equally likely; the array holds the probability of (sum + total) / 2. */
function* exactTail(
  sizes: readonly number[],
  total: number,
  observed: number,
): Generator<void, number> {
  let probability = new Float64Array(total + 1);
  let next = new Float64Array(total + 1);
  probability[0] = 1;
  let reach = 0;
  let work = 0;
  for (const size of sizes) {
    next.fill(0, 0, reach + size + 1);
    for (let at = 0; at <= reach; at += 1) {
      const half = (probability[at] ?? 0) / 2;
      next[at] = (next[at] ?? 0) + half;
      next[at + size] = (next[at + size] ?? 0) + half;
    }
    reach += size;
    [probability, next] = [next, probability];
    work += reach;
    if (work < STEP_WORK) continue;
    work = 0;
    yield;
  }
  let tail = 0;
  for (let at = 0; 2 * at - total <= -observed; at += 1) tail += probability[at] ?? 0;
  return Math.min(1, observed === 0 ? 1 : 2 * tail);
}

function* sampledTail(
  sizes: readonly number[],
  observed: number,
  seed: number,
): Generator<void, number> {
  const step = Math.ceil(STEP_WORK / sizes.length);
  const [key0, key1] = seedKey(seed);
  const words = new Uint32Array(4);
  let extreme = 0;
  for (let sample = 0; sample < SIGN_FLIP_SAMPLES; sample += 1) {
    let sum = 0;
    for (const [index, size] of sizes.entries()) {
      if (index % 128 === 0) {
        philox4x32Into(sample, index >>> 7, 0, STREAM.signFlip, key0, key1, words);
      }
      const word = words[(index >>> 5) & 3] ?? 0;
      sum += (word >>> (index & 31)) & 1 ? size : -size;
    }
    if (Math.abs(sum) >= observed) extreme += 1;
    if ((sample + 1) % step === 0) yield;
  }
  return (extreme + 1) / (SIGN_FLIP_SAMPLES + 1);
}

/** The test of {@link signFlipTest} in steps of a few milliseconds. */
export function* signFlipSteps(
  differences: Int32Array,
  options: SignFlipOptions,
): Generator<void, number> {
  const sizes: number[] = [];
  let sum = 0;
  let total = 0;
  for (const difference of differences) {
    if (difference === 0) continue;
    sizes.push(Math.abs(difference));
    sum += difference;
    total += Math.abs(difference);
  }
  const observed = Math.abs(sum);
  if (sizes.length * total <= (options.exactWork ?? EXACT_WORK)) {
    return yield* exactTail(sizes, total, observed);
  }
  return yield* sampledTail(sizes, observed, options.seed);
}

/**
 * Two-sided sign-flip (randomisation) test by image: the fraction of sign assignments to the
 * per-image differences whose |sum| reaches the observed one; 1 where all differences are 0.
 * Exact by the distribution of the sum; beyond {@link SignFlipOptions.exactWork}, by 9,999
 * seeded samples with p = (b + 1) / (B + 1). With one draw an image it equals exact McNemar.
 * @param differences for each image, wrong draws of one model minus wrong draws of the other
 */
export function signFlipTest(differences: Int32Array, options: SignFlipOptions): number {
  return runSteps(signFlipSteps(differences, options));
}

const M0_LOW = 0x1f53;
const M0_HIGH = 0xd251;
const M1_LOW = 0x8d57;
const M1_HIGH = 0xcd9e;
const M0 = 0xd2511f53;
const M1 = 0xcd9e8d57;
const WEYL0 = 0x9e3779b9;
const WEYL1 = 0xbb67ae85;
const ROUNDS = 10;

/** Upper 32 bits of a 32 × 32-bit product, `b` given as 16-bit halves; doubles would round it. */
function multiplyHigh(a: number, bLow: number, bHigh: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const cross = ((Math.imul(aHigh, bLow) >>> 0) + (Math.imul(aLow, bLow) >>> 16)) >>> 0;
  const middle = ((Math.imul(aLow, bHigh) >>> 0) + (cross & 0xffff)) >>> 0;
  return (Math.imul(aHigh, bHigh) + (cross >>> 16) + (middle >>> 16)) | 0;
}

/**
 * One block of Philox-4x32-10 without allocation: writes four uint32 words to `out[0…3]`.
 * All words are taken modulo 2³². Source: Salmon et al., "Parallel random numbers: as easy as
 * 1, 2, 3", SC 2011.
 */
export function philox4x32Into(
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  k0: number,
  k1: number,
  out: Uint32Array,
): void {
  let x0 = c0 | 0;
  let x1 = c1 | 0;
  let x2 = c2 | 0;
  let x3 = c3 | 0;
  let key0 = k0 | 0;
  let key1 = k1 | 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const high0 = multiplyHigh(x0, M0_LOW, M0_HIGH);
    const low0 = Math.imul(x0, M0);
    const high1 = multiplyHigh(x2, M1_LOW, M1_HIGH);
    const low1 = Math.imul(x2, M1);
    x0 = high1 ^ x1 ^ key0;
    x1 = low1;
    x2 = high0 ^ x3 ^ key1;
    x3 = low0;
    key0 = (key0 + WEYL0) | 0;
    key1 = (key1 + WEYL1) | 0;
  }
  out[0] = x0;
  out[1] = x1;
  out[2] = x2;
  out[3] = x3;
}

/**
 * One block of Philox-4x32-10: four uint32 words that depend on the counter and the key alone.
 * See {@link philox4x32Into} for the form used in loops.
 */
export function philox4x32(
  counter: readonly [number, number, number, number],
  key: readonly [number, number],
): [number, number, number, number] {
  const out = new Uint32Array(4);
  philox4x32Into(counter[0], counter[1], counter[2], counter[3], key[0], key[1], out);
  const [a = 0, b = 0, c = 0, d = 0] = out;
  return [a, b, c, d];
}

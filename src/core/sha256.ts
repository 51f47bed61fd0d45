const BLOCK = 64;

/** The first `count` primes. */
function primes(count: number): number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate += 1) {
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  }
  return found;
}

/**
 * The first 32 bits of the fraction of n^(1/root), exactly: the integer root of n · 2^(32 · root),
 * found bit by bit, modulo 2³².
 */
function rootFraction(n: number, root: 2 | 3): number {
  const target = BigInt(n) << BigInt(32 * root);
  let value = 0n;
  for (let bit = 37n; bit >= 0n; bit -= 1n) {
    const candidate = value | (1n << bit);
    if (candidate ** BigInt(root) <= target) value = candidate;
  }
  return Number(value & 0xffffffffn);
}

const INITIAL = Int32Array.from(primes(8), (prime) => rootFraction(prime, 2));
const ROUND = Int32Array.from(primes(64), (prime) => rootFraction(prime, 3));

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

const schedule = new Int32Array(64);

/** One block into the state (FIPS 180-4, 6.2.2). */
function compress(state: Int32Array, block: DataView, offset: number): void {
  for (let t = 0; t < 16; t += 1) schedule[t] = block.getInt32(offset + t * 4);
  for (let t = 16; t < 64; t += 1) {
    const w15 = schedule[t - 15] ?? 0;
    const w2 = schedule[t - 2] ?? 0;
    const low = rotate(w15, 7) ^ rotate(w15, 18) ^ (w15 >>> 3);
    const high = rotate(w2, 17) ^ rotate(w2, 19) ^ (w2 >>> 10);
    schedule[t] = (schedule[t - 16] ?? 0) + low + (schedule[t - 7] ?? 0) + high;
  }
  let a = state[0] ?? 0;
  let b = state[1] ?? 0;
  let c = state[2] ?? 0;
  let d = state[3] ?? 0;
  let e = state[4] ?? 0;
  let f = state[5] ?? 0;
  let g = state[6] ?? 0;
  let h = state[7] ?? 0;
  for (let t = 0; t < 64; t += 1) {
    const sumE = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const choice = (e & f) ^ (~e & g);
    const first = (h + sumE + choice + (ROUND[t] ?? 0) + (schedule[t] ?? 0)) | 0;
    const sumA = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + sumA + majority) | 0;
  }
  state[0] = (state[0] ?? 0) + a;
  state[1] = (state[1] ?? 0) + b;
  state[2] = (state[2] ?? 0) + c;
  state[3] = (state[3] ?? 0) + d;
  state[4] = (state[4] ?? 0) + e;
  state[5] = (state[5] ?? 0) + f;
  state[6] = (state[6] ?? 0) + g;
  state[7] = (state[7] ?? 0) + h;
}

/** The bytes after the message: a one bit, zeros, and the length in bits as 64 bits. */
function padding(length: number): Uint8Array {
  const zeros = (2 * BLOCK - 9 - (length % BLOCK)) % BLOCK;
  const bytes = new Uint8Array(1 + zeros + 8);
  const view = new DataView(bytes.buffer);
  bytes[0] = 0x80;
  view.setUint32(1 + zeros, Math.floor(length / 2 ** 29));
  view.setUint32(5 + zeros, (length * 8) % 2 ** 32);
  return bytes;
}

/**
 * SHA-256 (FIPS 180-4) of the parts one after another, as 64 hexadecimal digits. Web Crypto has it
 * too, but only on pages served over HTTPS or from this machine.
 */
export function sha256(...parts: readonly Uint8Array[]): string {
  const state = INITIAL.slice();
  const pending = new Uint8Array(BLOCK);
  const pendingView = new DataView(pending.buffer);
  let held = 0;
  const feed = (part: Uint8Array): void => {
    const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
    let at = 0;
    while (at < part.length) {
      if (held === 0 && at + BLOCK <= part.length) {
        compress(state, view, at);
        at += BLOCK;
        continue;
      }
      const taken = Math.min(BLOCK - held, part.length - at);
      pending.set(part.subarray(at, at + taken), held);
      held += taken;
      at += taken;
      if (held === BLOCK) {
        compress(state, pendingView, 0);
        held = 0;
      }
    }
  };
  for (const part of parts) feed(part);
  feed(padding(parts.reduce((sum, part) => sum + part.length, 0)));
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

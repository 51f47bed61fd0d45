const WORD = 2 ** 32;

/** Halves of a 32 × 32-bit product: the rounded double tells the high word, `imul` the low one. */
function product(a, b) {
  const low = Math.imul(a, b) >>> 0;
  return [Math.round((a * b - low) / WORD), low];
}

/** Philox-4x32-10 of four counter words and two key words, as unsigned numbers. */
export function philox(counter, key) {
  let [a, b, c, d] = counter;
  for (let round = 0; round < 10; round += 1) {
    const key0 = (key[0] + round * 0x9e3779b9) % WORD;
    const key1 = (key[1] + round * 0xbb67ae85) % WORD;
    const [high0, low0] = product(a, 0xd2511f53);
    const [high1, low1] = product(c, 0xcd9e8d57);
    a = (high1 ^ b ^ key0) >>> 0;
    b = low1;
    c = (high0 ^ d ^ key1) >>> 0;
    d = low0;
  }
  return [a, b, c, d];
}

export function keyOfSeed(seed) {
  const wide = BigInt(seed);
  return [Number(wide & 0xffffffffn), Number(wide >> 32n)];
}

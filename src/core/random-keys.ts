/** A 64-bit word as its low and high uint32 halves. */
export type Word64 = readonly [low: number, high: number];

/** Names the image in the counter of its draw: the same image gets the same pixels everywhere. */
export type ImageKey = Word64;

const TWO_32 = 4294967296;

/**
 * Fourth counter word of every use of the generator that is not a pixel draw. Pixel draws use
 * candidate · 2 + block < 2³¹ there, so a set top bit keeps the streams apart for any seed. Words
 * from 0xc0000000 on belong to the samples of images/augment.
 */
export const STREAM = {
  bootstrap: 0x80000001,
  signFlip: 0x80000002,
  pgdStart: 0x80000003,
  pixelSearch: 0x80000004,
} as const;

/**
 * The Philox key of a seed: [seed mod 2³², ⌊seed / 2³²⌋].
 * @param seed safe integer 0 … 2⁵³ − 1
 * @throws RangeError if the seed is anything else
 */
export function seedKey(seed: number): Word64 {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError(`seed must be an integer from 0 to 2^53 - 1, got ${seed}`);
  }
  return [seed % TWO_32, Math.floor(seed / TWO_32)];
}

/**
 * The key of a generated image, by its index.
 * @param index safe integer 0 … 2⁵³ − 1; an index below 2³² gives [index, 0]
 * @throws RangeError if the index is anything else
 */
export function imageKeyOfIndex(index: number): ImageKey {
  if (!Number.isSafeInteger(index) || index < 0) {
    throw new RangeError(`image index must be an integer from 0 to 2^53 - 1, got ${index}`);
  }
  return [index % TWO_32, Math.floor(index / TWO_32)];
}

/**
 * The key of an image file: the first eight bytes of its SHA-256, the first four (big-endian) as
 * the low word and the next four as the high word.
 * @param hex the digest as 64 hexadecimal digits
 * @throws RangeError if it is not a SHA-256 digest
 */
export function imageKeyOfSha256(hex: string): ImageKey {
  if (!/^[0-9a-f]{64}$/i.test(hex)) {
    throw new RangeError(`a SHA-256 digest has 64 hexadecimal digits, got "${hex}"`);
  }
  return [Number.parseInt(hex.slice(0, 8), 16), Number.parseInt(hex.slice(8, 16), 16)];
}

import { philox4x32Into } from './philox.ts';
import { seedKey, type ImageKey } from './random-keys.ts';

const TWO_32 = 4294967296;

/**
 * Random words of one image in one use of the generator, in order: word i is word i mod 4 of the
 * Philox-4x32-10 block with the counter (image key low, image key high, ⌊i / 4⌋, stream).
 */
export class WordStream {
  readonly #seed: readonly [number, number];
  readonly #image: ImageKey;
  readonly #stream: number;
  readonly #block = new Uint32Array(4);
  #next = 0;

  /**
   * @param seed safe integer 0 … 2⁵³ − 1
   * @param stream one of `STREAM`
   * @throws RangeError if the seed is anything else
   */
  constructor(seed: number, image: ImageKey, stream: number) {
    this.#seed = seedKey(seed);
    this.#image = image;
    this.#stream = stream;
  }

  /** Uniform in 0 … 2³² − 1. */
  word(): number {
    const place = this.#next % 4;
    if (place === 0) {
      const [low, high] = this.#image;
      const [key0, key1] = this.#seed;
      philox4x32Into(low, high, this.#next / 4, this.#stream, key0, key1, this.#block);
    }
    this.#next += 1;
    return this.#block[place] ?? 0;
  }

  /** Uniform in [0, 1), a multiple of 2⁻³². */
  unit(): number {
    return this.word() / TWO_32;
  }

  /** Uniform integer in 0 … n − 1. */
  below(n: number): number {
    return Math.floor(this.unit() * n);
  }

  /**
   * Close to normal, within 3.5 deviations: the sum of the four bytes of one word. An exact normal
   * number needs a logarithm, whose last bit engines may round differently.
   */
  gaussian(mean: number, deviation: number): number {
    const word = this.word();
    const sum = (word & 255) + ((word >>> 8) & 255) + ((word >>> 16) & 255) + (word >>> 24);
    return mean + (deviation * (sum - 510)) / Math.sqrt(65_535 / 3);
  }
}

/** Mixes one 32-bit word so that every input bit reaches every output bit (Murmur3 finaliser). */
export function mixBits(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * A stream of uniform 32-bit words from two seed words: the small fast counting generator sfc32
 * (Doty-Humphrey). It uses integer operations only, so it gives the same words on every engine.
 */
export class Stream {
  #a: number;
  #b: number;
  #c: number;
  #counter: number;

  constructor(seed: number, purpose: number) {
    this.#a = mixBits(seed ^ 0x9e3779b9) | 0;
    this.#b = mixBits(purpose ^ 0x7f4a7c15) | 0;
    this.#c = mixBits(seed + Math.imul(purpose, 0x2545f491)) | 0;
    this.#counter = 1;
    for (let round = 0; round < 12; round += 1) this.word();
  }

  /** The next word, an integer in 0…2³²−1. */
  word(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** Uniform in [0, 1). */
  unit(): number {
    return this.word() / 4294967296;
  }

  /** Uniform in [low, high). */
  between(low: number, high: number): number {
    return low + (high - low) * this.unit();
  }

  /** Triangular in (low, high) with the mode in the middle. */
  around(low: number, high: number): number {
    return low + (high - low) * 0.5 * (this.unit() + this.unit());
  }

  /** Uniform integer in 0…count−1. */
  below(count: number): number {
    return Math.floor(this.unit() * count);
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** One element of a list that is not empty. */
  pick<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.below(choices.length)] ?? choices[0];
  }
}

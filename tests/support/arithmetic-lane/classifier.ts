import { philox4x32Into } from '../../../src/core/philox.ts';

/** Number of classes of every arithmetic classifier. */
export const CLASSES = 4;

const block = new Uint32Array(4);

function word(a: number, b: number, c: number): number {
  philox4x32Into(a, b, c, 0, 11, 29, block);
  return block[0] ?? 0;
}

/** Image number `index`: height × width × 3 bytes that follow from the index alone. */
export function arithmeticImage(index: number, height: number, width: number): Uint8Array {
  return Uint8Array.from({ length: height * width * 3 }, (_, at) => word(1, index, at) & 255);
}

/**
 * A linear classifier with integer weights. All share one set of weights, to which each adds
 * noise of its own: they mostly agree, and a few changed pixels can change their minds.
 */
export class ArithmeticClassifier {
  readonly #weights: Int32Array[];

  constructor(seed: number, noise: number, values: number) {
    this.#weights = Array.from(Array(CLASSES).keys(), (kind) =>
      Int32Array.from({ length: values }, (_, at) => {
        const shared = (word(2, kind, at) % 201) - 100;
        return shared + (noise === 0 ? 0 : (word(3 + seed, kind, at) % (2 * noise + 1)) - noise);
      }),
    );
  }

  /** What the scores of two classes differ by for one more level of each byte. */
  slope(of: number, against: number): Int32Array {
    const subtrahend = this.#weights[against];
    return (
      this.#weights[of]?.map((weight, at) => weight - (subtrahend?.[at] ?? 0)) ?? new Int32Array()
    );
  }

  /** The class with the largest score; the first of equals. */
  classify(bytes: Uint8Array): number {
    let best = 0;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const [kind, weights] of this.#weights.entries()) {
      let score = 0;
      for (const [at, weight] of weights.entries()) score += weight * ((bytes[at] ?? 0) - 128);
      if (score > bestScore) {
        best = kind;
        bestScore = score;
      }
    }
    return best;
  }
}

/** The label of an image: what the classifier without noise says. */
export function arithmeticLabel(index: number, height: number, width: number): number {
  return new ArithmeticClassifier(0, 0, height * width * 3).classify(
    arithmeticImage(index, height, width),
  );
}

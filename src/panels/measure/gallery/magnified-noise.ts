/** What an attack added to a picture, as a picture. */
export interface MagnifiedNoise {
  /** Mid-grey where nothing changed; R, G, B interleaved. */
  readonly bytes: Uint8Array;
  /** How many times the difference is enlarged, so that the largest one just fits. */
  readonly factor: number;
  /** Largest |difference| of a byte. */
  readonly largest: number;
}

const MID_GREY = 128;
const MOST = 127;

/** The difference of two pictures of one size, made visible; one of over 127 steps is cut off there. */
export function magnifiedNoise(before: Uint8Array, after: Uint8Array): MagnifiedNoise {
  const differences = Int16Array.from(after, (byte, at) => byte - (before[at] ?? 0));
  const largest = differences.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
  const factor = Math.max(1, Math.floor(MOST / Math.max(1, largest)));
  const bytes = Uint8Array.from(
    differences,
    (each) => MID_GREY + Math.max(-MOST, Math.min(MOST, factor * each)),
  );
  return { bytes, factor, largest };
}

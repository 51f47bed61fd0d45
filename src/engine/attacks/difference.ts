/** How far an image is from another one of its size. */
export interface ImageDifference {
  /** Pixels in which any channel differs. */
  readonly pixels: number;
  /** Largest |difference| of a byte. */
  readonly largest: number;
}

/** @param before @param after R, G, B interleaved, of one length */
export function imageDifference(before: Uint8Array, after: Uint8Array): ImageDifference {
  let pixels = 0;
  let largest = 0;
  for (let at = 0; at < before.length; at += 3) {
    let most = 0;
    for (let channel = at; channel < at + 3; channel += 1) {
      most = Math.max(most, Math.abs((after[channel] ?? 0) - (before[channel] ?? 0)));
    }
    if (most > 0) pixels += 1;
    largest = Math.max(largest, most);
  }
  return { pixels, largest };
}

/** How weights differ from others in the same order: the bytes from the first difference to the last. */
export interface WeightsPatch {
  readonly length: number;
  readonly offset: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A last layer that alone was trained leaves all other weights as they are, and stands at the end. */
export function weightsPatch(original: ArrayBuffer, weights: ArrayBuffer): WeightsPatch {
  const [before, after] = [new Uint8Array(original), new Uint8Array(weights)];
  const { length } = after;
  if (before.length !== length) return { length, offset: 0, bytes: after.slice() };
  let from = 0;
  while (from < length && before[from] === after[from]) from += 1;
  let to = length;
  while (to > from && before[to - 1] === after[to - 1]) to -= 1;
  return { length, offset: from, bytes: after.slice(from, to) };
}

export function patchedWeights(
  original: ArrayBuffer,
  { length, offset, bytes }: WeightsPatch,
): ArrayBuffer {
  const weights = new Uint8Array(length);
  weights.set(new Uint8Array(original, 0, Math.min(length, original.byteLength)));
  weights.set(bytes, offset);
  return weights.buffer;
}

/** How far a class leads the best of the others. */
export interface SignedMargin {
  /** f_label − f_rival; negative where another class has the larger logit. */
  readonly margin: number;
  /** The class with the largest logit beside `label`; the first of equals. */
  readonly rival: number;
}

/**
 * @param logits of one picture, at least two classes
 * @param label a class of them
 */
export function signedMargin(logits: Float32Array, label: number): SignedMargin {
  let rival = -1;
  let best = -Infinity;
  for (const [index, logit] of logits.entries()) {
    if (index === label || logit <= best) continue;
    best = logit;
    rival = index;
  }
  return { margin: (logits[label] ?? Number.NaN) - best, rival };
}
